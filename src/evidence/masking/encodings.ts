import type { ValueKind } from './pseudonym.ts'

/** Fewer characters are too common to be looked for in text. */
export const shortest = 6

/**
 * How a value can turn up: as it is, escaped for URLs and JSON, reversed, in hex, and in base64 and base64url at each
 * of the three alignments that it can have within something longer.
 */
export const encodings = (value: string): ReadonlySet<string> => {
  const bytes = Buffer.from(value)
  const variants = new Set([
    value,
    // Half a surrogate pair has no form of its own in URLs: it goes as UTF-8 has it.
    encodeURIComponent(bytes.toString()),
    new URLSearchParams({ '': value }).toString().slice(1),
    JSON.stringify(value).slice(1, -1),
    bytes.toString('hex'),
    reversed(value, bytes),
  ])
  for (const lead of [0, 1, 2]) {
    const shifted = Buffer.concat([Buffer.alloc(lead), bytes])
    // Only the characters that depend on nothing but the value: the first and the last mix with neighbours.
    const first = lead === 0 ? 0 : lead + 1
    const inner = shifted.toString('base64').slice(first, Math.floor((shifted.length * 8) / 6))
    if (inner.length >= shortest + 2) {
      variants.add(inner)
      variants.add(inner.replaceAll('+', '-').replaceAll('/', '_'))
    }
  }
  return variants
}

/** By characters; of plain ASCII, which tokens are, by its bytes, as that is much faster. */
const reversed = (value: string, bytes: Buffer): string =>
  bytes.length === value.length
    ? Buffer.from(bytes).reverse().toString('latin1')
    : [...value].reverse().join('')

/** How people write a number beside its own form: in groups, as a JSON number, without the country. */
export const spellings = (kind: ValueKind, value: string): readonly string[] => {
  if (kind === 'pid') {
    const grouped = [' ', '-', '.'].map((mark) => `${value.slice(0, 6)}${mark}${value.slice(6)}`)
    const number = Number(value)
    const radices = Number.isSafeInteger(number) ? [2, 8, 16, 36] : []
    const inOtherRadices = radices.map((radix) => number.toString(radix))
    return [value, ...grouped, value.replace(/^0+/, ''), ...inOtherRadices]
  }
  if (kind === 'mobiltelefonnummer') {
    const international = value.replace(/^(?:\+|00)/, '')
    const national = international.replace(/^47(?=\d{8}$)/, '')
    const grouped = [
      national.replace(/^(..)(..)(..)(..)$/, '$1 $2 $3 $4'),
      national.replace(/^(...)(..)(...)$/, '$1 $2 $3'),
    ]
    return [...new Set([value, international, national, ...grouped])]
  }
  return [value]
}
