import { blocksOf } from './blocks.ts'
import { foldCharacter } from './fold.ts'

/** Another way to read a text, with the way back to it. */
export interface Reading {
  readonly text: string
  /** Set where reading ended before its end: there are more ways to read it than anybody writes. */
  readonly isUnread?: true
  /** The part of the text that a part of the reading stands for. */
  readonly source: (start: number, end: number) => readonly [start: number, end: number]
}

/** Decoded in place, so often at most: escapes within escapes of another kind. */
const rounds = 4
/** Blocks within blocks: what was encoded more often is longer than any text that is shown. */
const deepest = 6
/** Characters of all readings of a text together: what is longer than that was made to be. */
const budgetFor = (text: string): number => 100_000 + 16 * text.length

/**
 * The further ways to read a text: without its escapes (URL, JSON, HTML, CSS, quoted-printable), in compatibility form
 * and without what is not seen, without markup, and whatever is encoded in it as a block, again and again. Texts that
 * are what they look like have none.
 */
export const furtherReadings = (text: string): readonly Reading[] => {
  if (last?.text === text) return last.readings
  const readings = [...allReadings(text)]
  last = text.length <= rememberedLength ? { text, readings } : undefined
  return readings
}

/** A text is searched for known values and then for shapes: what it may be read as is gathered once. */
let last: { readonly text: string; readonly readings: readonly Reading[] } | undefined
const rememberedLength = 16_384

function* allReadings(text: string): Generator<Reading> {
  const budget = { left: budgetFor(text) }
  const whole: Reading = { text, source: (start, end) => [start, end] }
  yield* readingsOf(whole, 0, budget)
  if (budget.left < 0) yield { text: '', isUnread: true, source: () => [0, text.length] }
}

function* readingsOf(
  reading: Reading,
  depth: number,
  budget: { left: number },
): Generator<Reading> {
  let current = reading
  yield* blockReadings(current, depth, budget)
  for (let round = 0; round < rounds && mayHide.test(current.text); round += 1) {
    const next = decoded(current)
    if (next === undefined) break
    budget.left -= next.text.length
    if (budget.left < 0) return
    yield next
    yield* blockReadings(next, depth, budget)
    current = next
  }
  for (const { isThere, left } of withoutWhat) {
    const bare = isThere.test(current.text) ? replaced(current, left, () => '') : undefined
    if (bare === undefined) continue
    budget.left -= bare.text.length
    if (budget.left < 0) return
    yield bare
  }
}

/** What divides words for the eye alone: markup; white space between single letters, and where a line is folded. */
const withoutWhat = [
  { isThere: /<[!/a-z]/i, left: /<[!/a-z][^<>]*>/gi },
  { isThere: /@/, left: /(?<=(?<!\S)\S)\s{1,3}(?=\S(?!\S))|\r?\n[\t ]+| {3}/g },
] as const

function* blockReadings(
  outer: Reading,
  depth: number,
  budget: { left: number },
): Generator<Reading> {
  if (depth >= deepest) return
  for (const { start, end, inner } of blocksOf(outer.text)) {
    budget.left -= inner.length
    if (budget.left < 0) return
    const reading: Reading = { text: inner, source: () => outer.source(start, end) }
    yield reading
    yield* readingsOf(reading, depth + 1, budget)
  }
}

/** What every text has that is not what it looks like; Latin letters and the usual punctuation are. */
const mayHide =
  /[^\n\t\x20-\x7e\xa1-\xa7\xab\xac\xae\xb1\xb6\xbb\xbf-\xff\u2010-\u2027\u2030-\u203a\u20ac\u2190-\u21ff]|%[\da-f]{2}|%u[\da-f]{4}|\\[^"]|&#|&[a-z]{2,8};|<!\[|(?:=[\dA-F]{2}){2}/i

/** Escapes; of one within others of its kind (`%2540`, `&amp;#64;`, `\\u0040`) all at once. */
const escapes =
  /%(?:25)*u(?<unicode>[\da-f]{4})|(?<url>(?:%(?:25)*[\da-f]{2})+)|\\+u\{(?<brace>[\da-f]{1,6})\}|\\+u(?<json>[\da-f]{4})|\\+x(?<hex>[\da-f]{2})|\\+(?<css>[\da-f]{4,6}) ?|\\+(?<octal>[0-7]{2,3})|&(?:amp;)*#x0*(?<hexref>[\da-f]{1,6});?|&(?:amp;)*#0*(?<ref>\d{1,7});?|&(?:amp;)*(?<name>[a-z]{2,8});|(?<quoted>(?:=[\dA-F]{2}){2,})|(?<section><!\[CDATA\[|\]\]>)|\\+(?<space>[nrtfvb])|\\+(?<plain>[^\da-z])/gi

const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", commat: '@', period: '.', num: '#' },
  ...{ plus: '+', hyphen: '-', dash: '-', lowbar: '_', colon: ':', sol: '/', bsol: '\\' },
  ...{ percnt: '%', equals: '=', comma: ',', semi: ';', nbsp: ' ', shy: '', zwj: '', zwnj: '' },
}

const decoded = (outer: Reading): Reading | undefined =>
  replaced(outer, escapes, (_, groups) => unescaped(groups), true)

type Groups = Readonly<Record<string, string | undefined>>

const unescaped = (groups: Groups): string => {
  const { url, quoted, octal, ref, name, section, space, plain } = groups
  if (url !== undefined) return utf8(url.replace(/%(?:25)*(?=[\da-f]{2})/gi, ''))
  if (quoted !== undefined) return utf8(quoted.replaceAll('=', ''))
  if (octal !== undefined) return character(Number.parseInt(octal, 8))
  if (ref !== undefined) return character(Number(ref))
  if (name !== undefined) return entities[name.toLowerCase()] ?? ' '
  if (section !== undefined) return ''
  if (space !== undefined) return ' '
  if (plain !== undefined) return plain
  const hex = groups['unicode'] ?? groups['brace'] ?? groups['json'] ?? groups['hex']
  return character(Number.parseInt(hex ?? groups['css'] ?? groups['hexref'] ?? '0', 16))
}

const utf8 = (hex: string): string => Buffer.from(hex, 'hex').toString('utf8')

const character = (code: number): string => (code <= 0x10_ffff ? String.fromCodePoint(code) : '')

/** The reading with every match replaced, and folded where that is wanted; undefined where that changes nothing. */
const replaced = (
  outer: Reading,
  pattern: RegExp,
  replacement: (match: string, groups: Groups) => string,
  isFolded = false,
): Reading | undefined => {
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const put = (text: string, start: number, end: number): void => {
    for (const one of text) {
      const shown = isFolded && (one > '\x7e' || one < ' ') ? foldCharacter(one) : one
      parts.push(shown)
      for (let unit = 0; unit < shown.length; unit += 1) {
        starts.push(start)
        ends.push(end)
      }
    }
  }
  const keep = (from: number, to: number): void => {
    let at = from
    for (const one of outer.text.slice(from, to)) {
      put(one, at, at + one.length)
      at += one.length
    }
  }
  let rest = 0
  for (const match of outer.text.matchAll(pattern)) {
    keep(rest, match.index)
    rest = match.index + match[0].length
    put(replacement(match[0], match.groups ?? {}), match.index, rest)
  }
  keep(rest, outer.text.length)
  const text = parts.join('')
  if (text === outer.text) return undefined
  return {
    text,
    source: (start, end) => {
      const [from] = outer.source(starts[start] ?? 0, (starts[start] ?? 0) + 1)
      const last = ends[end - 1] ?? outer.text.length
      return [from, outer.source(last - 1, last)[1]]
    },
  }
}
