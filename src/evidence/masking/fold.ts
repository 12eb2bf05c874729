/** Letters of other scripts that look like ours: an address may be written with them. */
const lookalikes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...pairs('аеорсухіјѕԁԛԝһӏ', 'aeopcyxijsdqwhl'),
    ...pairs('αεορτυνικχ', 'aeoptuvikx'),
  }),
)

function pairs(from: string, to: string): Record<string, string> {
  return Object.fromEntries([...from].map((letter, at) => [letter, to[at] ?? '']))
}

const folded = new Map<string, string>()
const rememberedCharacters = 8_192

/**
 * A character as it is searched for: in its compatibility form, in lower case, without marks; digits of any script are
 * ASCII's, what is not seen is nothing, and what is a space is one.
 */
export const foldCharacter = (character: string): string => {
  const known = folded.get(character)
  if (known !== undefined) return known
  const plain = untagged(character)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]|(?![\n\t])\p{Cc}/gu, '')
    .replace(/[^\0-\x7f]/gu, (other) => (/\p{Pd}|\u2212/u.test(other) ? '-' : other))
    .replace(
      /(?![\0-\x7f])(?:\p{Z}|\p{Po}|\p{Ps}|\p{Pe}|\p{Pi}|\p{Pf}|\p{Pc}|\p{Sm}|\p{Sk}|(?![\u24ff\u2776-\u2793])\p{So})/gu,
      ' ',
    )
    .replace(/[^\0-\x7f]/gu, (other) => lookalikes.get(other) ?? digitOf(other) ?? other)
  if (folded.size >= rememberedCharacters) folded.clear()
  folded.set(character, plain)
  return plain
}

/** Tags (U+E0020 to U+E007E) are ASCII that is not seen. */
const untagged = (character: string): string => {
  const code = character.codePointAt(0) ?? 0
  return code >= 0xe0020 && code <= 0xe007e ? String.fromCodePoint(code - 0xe0000) : character
}

/** The text folded character by character. */
export const foldText = (text: string): string =>
  /^[\0-\x7f]*$/.test(text) ? text.toLowerCase() : [...text].map(foldCharacter).join('')

/** Digits of a script stand together by tens (Unicode, 4.6); circled ones are no digits there. */
const digitOf = (character: string): string | undefined => {
  const code = character.codePointAt(0) ?? 0
  for (const one of [0x24f5, 0x2776, 0x2780, 0x278a])
    if (code >= one && code < one + 9) return String(code - one + 1)
  if (!/\p{Nd}/u.test(character)) return undefined
  let first = code
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1
  return String((code - first) % 10)
}
