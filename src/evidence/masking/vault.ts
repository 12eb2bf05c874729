import { encodings, shortest, spellings } from './encodings.ts'
import type { Pseudonym, ValueKind } from './pseudonym.ts'

/** The secrets and personal values that this run has met, in memory only. */
export interface Vault {
  /**
   * Remembers a value, in every encoding that it could turn up in. Short values are left to structure.
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

export const createVault = (pseudonym: Pseudonym): Vault => {
  const learnt = new Set<string>()
  /** Variants in lower case by their first characters, so that a text is walked once, however many there are. */
  const byPrefix = new Map<string, { readonly variant: string; readonly shown: string }[]>()

  /** By the first two characters of every variant: most places in a text are passed by on a look at them. */
  const leads = new Uint8Array(0x1_0000)
  const leadAt = (text: string, at: number) =>
    ((text.charCodeAt(at) & 0xff) << 8) | (text.charCodeAt(at + 1) & 0xff)

  const hits = (text: string): readonly Hit[] => {
    const lower = text.toLowerCase()
    const found: Hit[] = []
    for (let start = 0; start + shortest <= lower.length; start += 1) {
      if (leads[leadAt(lower, start)] === 0) continue
      const candidates = byPrefix.get(lower.slice(start, start + shortest))
      const hit = candidates
        ?.filter(({ variant }) => lower.startsWith(variant, start))
        .toSorted((one, other) => other.variant.length - one.variant.length)[0]
      if (hit === undefined) continue
      found.push({ start, length: hit.variant.length, shown: hit.shown })
      start += hit.variant.length - 1
    }
    return found
  }

  return {
    learn(kind, value) {
      if (value.length < shortest || learnt.has(value)) return false
      learnt.add(value)
      const shown = pseudonym(kind, value)
      for (const encoded of spellings(kind, value).flatMap((spelt) => [...encodings(spelt)])) {
        const variant = encoded.toLowerCase()
        const prefix = variant.slice(0, shortest)
        leads[leadAt(variant, 0)] = 1
        byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), { variant, shown }])
      }
      return true
    },

    scrub(text) {
      let scrubbed = ''
      let rest = 0
      for (const { start, length, shown } of hits(text)) {
        scrubbed += text.slice(rest, start) + shown
        rest = start + length
      }
      scrubbed += text.slice(rest)
      // A value folded over lines or spaced out: nothing of such a text can be shown.
      const [folded] = hitsWhenFolded(scrubbed, hits)
      return folded === undefined ? scrubbed : `[text with ${folded.shown} in it]`
    },

    reveals: (text) => hits(text).length > 0 || hitsWhenFolded(text, hits).length > 0,
  }
}

const folds = /\s|\\r|\\n|%0d|%0a/gi

const hitsWhenFolded = (text: string, hits: (text: string) => readonly Hit[]): readonly Hit[] => {
  const folded = text.replace(folds, '')
  return folded.length === text.length ? [] : hits(folded)
}
