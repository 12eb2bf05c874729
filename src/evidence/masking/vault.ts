import { limits } from '../limits.ts'
import { encodings, shortest, spellings } from './encodings.ts'
import type { Pseudonym, ValueKind } from './pseudonym.ts'

/** The secrets and personal values that this run has met, in memory only. */
export interface Vault {
  /**
   * Remembers a value, in every encoding that it could turn up in. Short values are left to structure, and so are those
   * beyond the number that a run may meet.
   * @returns whether it is a new one
   */
  learn(kind: ValueKind, value: string): boolean
  /** The text with each known value, however encoded, replaced by its pseudonym. */
  scrub(text: string): string
  /** Whether a known value is in the text, however encoded, upper-cased or folded over lines. */
  reveals(text: string): boolean
}

/** A known value at a place in a text. */
interface Hit {
  readonly start: number
  readonly length: number
  readonly shown: string
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

  const hits = (text: string): readonly Hit[] => {
    const lower = text.toLowerCase()
    const found: Hit[] = []
    const effort = { left: leastEffort + effortForCharacter * lower.length }
    for (let start = 0; start + shortest <= lower.length; start += 1) {
      if (leads[leadAt(lower, start)] === 0) continue
      const candidates = byPrefix.get(lower.slice(start, start + shortest))
      if (candidates === undefined) continue
      const hit = longestAt(lower, start, candidates, effort)
      if (effort.left < 0) return [...found, { start, length: text.length - start, shown: unread }]
      if (hit === undefined) continue
      // Of a value that is remembered in part the rest follows, and nobody knows how much of the text it is.
      const isPart = hit.text.length >= limits.rememberedValue
      const length = isPart ? text.length - start : hit.text.length
      found.push({ start, length, shown: hit.shown })
      start += length - 1
    }
    return found
  }

  return {
    learn(kind, whole) {
      const value = whole.slice(0, limits.rememberedValue)
      if (value.length < shortest || learnt.has(value)) return false
      if (learnt.size >= limits.remembered) return false
      learnt.add(value)
      const shown = pseudonym(kind, whole)
      for (const encoded of spellings(kind, value).flatMap((spelt) => [...encodings(spelt)])) {
        const text = encoded.toLowerCase()
        const prefix = text.slice(0, shortest)
        const variants = byPrefix.get(prefix) ?? []
        if (variants.length === 0) byPrefix.set(prefix, variants)
        leads[leadAt(text, 0)] = 1
        variants.push({ text, shown })
      }
      return true
    },

    scrub(text) {
      const parts: string[] = []
      let rest = 0
      for (const { start, length, shown } of hits(text)) {
        parts.push(text.slice(rest, start), shown)
        rest = start + length
      }
      const scrubbed = parts.join('') + text.slice(rest)
      // A value folded over lines or spaced out: nothing of such a text can be shown.
      const [folded] = hitsWhenFolded(scrubbed, hits)
      return folded === undefined ? scrubbed : `[text with ${folded.shown} in it]`
    },

    reveals: (text) => hits(text).length > 0 || hitsWhenFolded(text, hits).length > 0,
  }
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

const folds = /\s|\\r|\\n|%0d|%0a/gi

const hitsWhenFolded = (text: string, hits: (text: string) => readonly Hit[]): readonly Hit[] => {
  const folded = text.replace(folds, '')
  return folded.length === text.length ? [] : hits(folded)
}
