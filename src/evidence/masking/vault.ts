import { limits } from '../limits.ts'
import { encodings, shortest, spellings } from './encodings.ts'
import { foldText } from './fold.ts'
import type { Pseudonym, ValueKind } from './pseudonym.ts'
import { replaceSpans, type Span, spansIn } from './spans.ts'

/** The secrets and personal values that this run has met, in memory only. */
export interface Vault {
  /**
   * Remembers a value, in every encoding that it could turn up in. Short values are left to structure, and so are those
   * beyond the number that a run may meet.
   * @returns whether it is a new one
   */
  learn(kind: ValueKind, value: string): boolean
  /** Where known values are in this text as it is, in any case and however they are spaced out. */
  find(text: string): readonly Span[]
  /** The text with each known value, however encoded, replaced by its pseudonym. */
  scrub(text: string): string
  /** Whether a known value is in the text, however encoded, upper-cased, spaced out or folded over lines. */
  reveals(text: string): boolean
}

/** A known value in lower case, in one of its encodings. */
interface Variant {
  readonly text: string
  readonly shown: string
}

export const createVault = (pseudonym: Pseudonym): Vault => {
  const learnt = new Set<string>()
  /** Variants by their first characters, so that a text is walked once, however many there are. */
  const byPrefix = new Map<string, Variant[]>()

  /** By the first two characters of every variant: most places in a text are passed by on a look at them. */
  const leads = new Uint8Array(0x1_0000)
  const leadAt = (text: string, at: number) =>
    ((text.charCodeAt(at) & 0xff) << 8) | (text.charCodeAt(at + 1) & 0xff)

  /** Known numbers of people: looked for among the digits of a text alone, whatever stands between them. */
  const numbers = new Map<string, string>()

  const hits = (lower: string): readonly Span[] => {
    const found: Span[] = []
    const effort = { left: leastEffort + effortForCharacter * lower.length }
    for (let start = 0; start + shortest <= lower.length; start += 1) {
      if (leads[leadAt(lower, start)] === 0) continue
      const candidates = byPrefix.get(lower.slice(start, start + shortest))
      if (candidates === undefined) continue
      const hit = longestAt(lower, start, candidates, effort)
      if (effort.left < 0) return [...found, { start, end: lower.length, shown: unread }]
      if (hit === undefined) continue
      // Of a value that is remembered in part the rest follows, and nobody knows how much of the text it is.
      const isPart = hit.text.length >= limits.rememberedValue
      const end = isPart ? lower.length : start + hit.text.length
      found.push({ start, end, shown: hit.shown })
      start = end - 1
    }
    return found
  }

  /** Set once a value is known that has hardly a letter or a digit: it is looked for without white space alone. */
  let hasMarks = false

  const find = (text: string): readonly Span[] => {
    const lower = lowerCase(text)
    return [
      ...hits(lower),
      ...apartBy(lower, /[^a-z\d\xaa\xb5\xba\xc0-\u1fff\u2c00-\uffff]+/g, isBare),
      ...(hasMarks ? apartBy(lower, /\s+/g, isMark) : []),
      ...digitsApart(lower),
    ]
  }

  /** Known values that are spaced out, folded over lines or written in groups: all that stands between is left out. */
  const apartBy = (
    lower: string,
    between: RegExp,
    isLookedAt: (code: number) => boolean,
  ): readonly Span[] => {
    const together = lower.replace(between, '')
    if (together.length === lower.length) return []
    const found = hits(together)
    return spansAmong(lower, isLookedAt, found, Number.POSITIVE_INFINITY).map((span, at) => {
      const length = (found[at]?.end ?? 0) - (found[at]?.start ?? 0)
      return span.end - span.start - length > mostMarks ? { ...span, isHidden: true } : span
    })
  }

  const digitsApart = (lower: string): readonly Span[] => {
    if (numbers.size === 0) return []
    const digits = lower.replace(/\D+/g, '')
    const found: Span[] = []
    for (const [number, shown] of numbers)
      for (let at = digits.indexOf(number); at >= 0; at = digits.indexOf(number, at + 1))
        found.push({ start: at, end: at + number.length, shown })
    return found.length === 0 ? [] : spansAmong(lower, isDigit, found, digitsWithin)
  }

  return {
    learn(kind, whole) {
      const value = whole.slice(0, limits.rememberedValue)
      if (value.length < shortest || learnt.has(value)) return false
      if (learnt.size >= limits.remembered) return false
      learnt.add(value)
      const shown = pseudonym(kind, whole)
      if (kind === 'pid' && /^\d{11}$/.test(value)) numbers.set(value, shown)
      const variants = new Set<string>()
      for (const encoded of spellings(kind, value).flatMap((spelt) => [...encodings(spelt)])) {
        const text = lowerCase(encoded)
        variants.add(text).add(bare(text))
      }
      const folded = foldText(value)
      variants.add(folded).add(bare(folded))
      hasMarks ||= bare(folded).length < shortest
      for (const text of variants) {
        if (text.length < shortest) continue
        const prefix = text.slice(0, shortest)
        const known = byPrefix.get(prefix) ?? []
        if (known.length === 0) byPrefix.set(prefix, known)
        leads[leadAt(text, 0)] = 1
        known.push({ text, shown })
      }
      return true
    },
    find,
    scrub(text) {
      const spans = spansIn(text, find)
      // Nobody writes a value like that but to hide it: what stands beside it may be hidden too, and not be known.
      const hidden = spans.find(({ isHidden }) => isHidden)
      return hidden === undefined ? replaceSpans(text, spans) : `[text with ${hidden.shown} in it]`
    },
    reveals: (text) => spansIn(text, find).length > 0,
  }
}

/** In lower case, and each character still at its place: a dotted capital I is two in lower case. */
const lowerCase = (text: string): string => {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return text.replace(/./gsu, (one) =>
    one.toLowerCase().length === one.length ? one.toLowerCase() : one,
  )
}

/** The letters and digits of a text. */
const bare = (text: string): string =>
  text.replace(/[^a-z\d\xaa\xb5\xba\xc0-\u1fff\u2c00-\uffff]+/g, '')
const isBare = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  isDigit(code) ||
  code === 0xaa ||
  code === 0xb5 ||
  code === 0xba ||
  (code >= 0xc0 && code <= 0x1fff) ||
  code >= 0x2c00
const isMark = (code: number): boolean => !/\s/.test(String.fromCharCode(code))
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
/** Characters that divide a value for the eye: a number in pairs has four, an address two. */
const mostMarks = 4
/** Digits of one number stand no further apart altogether. */
const digitsWithin = 200

/** The places in a text of what was found among those of its characters that were looked at. */
const spansAmong = (
  text: string,
  isLookedAt: (code: number) => boolean,
  found: readonly Span[],
  longest: number,
): readonly Span[] => {
  if (found.length === 0) return []
  const places: number[] = []
  for (let at = 0; at < text.length; at += 1) if (isLookedAt(text.charCodeAt(at))) places.push(at)
  return found
    .map(({ start, end, shown }) => ({
      start: places[start] ?? 0,
      end: (places[end - 1] ?? text.length) + 1,
      shown,
    }))
    .filter(({ start, end }) => end - start <= longest)
}

/** Characters that may be compared for a text: a run of a few hundred tokens needs a hundredth of it. */
const leastEffort = 4_000_000
const effortForCharacter = 16
/** Stands in the place of a rest that nobody could search in time: it may hold anything. */
const unread = '[rest not shown: it is too much to be searched for secrets]'

/** The longest variant that stands at the place, of equal ones the first; the effort counts what was compared. */
const longestAt = (
  lower: string,
  start: number,
  candidates: readonly Variant[],
  effort: { left: number },
): Variant | undefined => {
  let longest: Variant | undefined
  for (const candidate of candidates) {
    const { text } = candidate
    const { length } = text
    effort.left -= 4
    if (longest !== undefined && length <= longest.text.length) continue
    if (lower.charCodeAt(start + length - 1) !== text.charCodeAt(length - 1)) continue
    effort.left -= length
    if (lower.startsWith(text, start)) longest = candidate
  }
  return longest
}
