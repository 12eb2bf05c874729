/**
 * The text with everything that cannot be seen written out (`\u{1b}`): control and format characters
 * (bidirectional overrides among them), lone surrogates, noncharacters. What is left can neither steer a
 * terminal nor make XML ill-formed. Line feeds and tabs stay.
 */
export const visibleText = (text: string): string =>
  // Most texts have none of them, and the property classes below are slow on a megabyte.
  mayBeUnseen.test(text) ? text.replaceAll(unseen, writtenOut) : text

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu

/** A few characters more than those, and whatever is beyond the basic plane. */
const mayBeUnseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\uffff]/

const writtenOut = (character: string): string =>
  character === '\n' || character === '\t'
    ? character
    : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`

/** The same on one line: line feeds and tabs are written out too. */
export const visibleLine = (text: string): string =>
  visibleText(text.replaceAll('\r', '\\r').replaceAll('\n', '\\n').replaceAll('\t', '\\t'))

/**
 * The text with nothing in it that a CI system takes for a command: `::` at the beginning of a line (GitHub), `##[` and
 * `##name[` anywhere (GitHub, Azure Pipelines, TeamCity).
 */
export const withoutCommands = (text: string): string =>
  text.replaceAll(/^([^\S\n]*):(?=:)/gm, '$1\\u{3a}').replaceAll(/#(?=#[a-z]*\[)/gi, '\\u{23}')

/**
 * JSON in which all of that is escaped: the value it stands for is the same, and the text can be shown wherever text
 * can be.
 */
export const visibleJson = (value: unknown, indent?: number): string => {
  const json = JSON.stringify(value, undefined, indent)
  const visible = mayBeUnseen.test(json) ? json.replaceAll(unseen, escapedForJson) : json
  return visible.replaceAll(/#(?=#[a-z]*\[)/gi, '\\u0023')
}

const escapedForJson = (character: string): string =>
  character === '\n'
    ? character
    : [...Array(character.length).keys()]
        .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
        .join('')

/** At most so many characters, a cut told by its length. A character is never cut in two. */
export const shortened = (text: string, characters: number): string => {
  if (text.length <= characters) return text
  const all = [...text]
  if (all.length <= characters) return text
  return `${all.slice(0, characters).join('')}… (${all.length - characters} more characters)`
}
