import type { Pseudonym, ValueKind } from './pseudonym.ts'

/** The secrets and personal values that this run has met, in memory only. */
export interface Vault {
  /** Remembers a value, in every encoding that it could turn up in. Short values are left to structure. */
  learn(kind: ValueKind, value: string): void
  /** The text with each known value, however encoded, replaced by its pseudonym. */
  scrub(text: string): string
  /** Whether a known value is in the text, however encoded. */
  reveals(text: string): boolean
}

/** Below this length a value is too common to be looked for in text. */
const shortest = 6

export const createVault = (pseudonym: Pseudonym): Vault => {
  const learnt = new Set<string>()
  const replacements = new Map<string, string>()

  const found = (lower: string) => [...replacements].filter(([variant]) => lower.includes(variant))

  return {
    learn(kind, value) {
      if (value.length < shortest || learnt.has(value)) return
      learnt.add(value)
      const shown = pseudonym(kind, value)
      for (const variant of encodings(value)) replacements.set(variant.toLowerCase(), shown)
    },

    scrub(text) {
      const direct = found(text.toLowerCase()).sort(([a], [b]) => b.length - a.length)
      const scrubbed = direct.reduce(
        (rest, [variant, shown]) => replaceEach(rest, variant, shown),
        text,
      )
      // A value folded over lines or spaced out: nothing of such a text can be shown.
      const folded = found(scrubbed.replace(/\s+|\\r|\\n/g, '').toLowerCase())
      return folded.length === 0 ? scrubbed : `[text with ${folded[0]?.[1] ?? 'a secret'} in it]`
    },

    reveals(text) {
      const lower = text.toLowerCase()
      return found(lower).length > 0 || found(lower.replace(/\s+/g, '')).length > 0
    },
  }
}

/** The value as it is, escaped for URLs and JSON, in hex and in base64 at each of the three alignments. */
const encodings = (value: string): ReadonlySet<string> => {
  const bytes = Buffer.from(value, 'utf8')
  const variants = new Set([
    value,
    encodeURIComponent(value),
    new URLSearchParams({ '': value }).toString().slice(1),
    JSON.stringify(value).slice(1, -1),
    bytes.toString('hex'),
    [...value].reverse().join(''),
  ])
  for (const lead of [0, 1, 2]) {
    const shifted = Buffer.concat([Buffer.alloc(lead), bytes])
    // Only the characters that depend on nothing but the value: the first and last may mix with neighbours.
    const first = lead === 0 ? 0 : lead + 1
    const last = Math.floor((shifted.length * 8) / 6)
    const inner = shifted.toString('base64').slice(first, last)
    if (inner.length >= shortest + 2) {
      variants.add(inner)
      variants.add(inner.replaceAll('+', '-').replaceAll('/', '_'))
    }
  }
  return variants
}

const replaceEach = (text: string, lowerNeedle: string, replacement: string): string => {
  let rest = text
  let result = ''
  for (let at = rest.toLowerCase().indexOf(lowerNeedle); at >= 0; ) {
    result += rest.slice(0, at) + replacement
    rest = rest.slice(at + lowerNeedle.length)
    at = rest.toLowerCase().indexOf(lowerNeedle)
  }
  return result + rest
}
