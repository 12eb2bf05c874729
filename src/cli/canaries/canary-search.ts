import type { Canaries } from './canaries.ts'

/** A canary in a text: what it is and in which disguise, never the value itself. */
export type Sighting = string

/**
 * Searches texts for canaries however they are written. It shares no code with the masking that it
 * judges: what one of them forgets, the other one must not.
 */
export const canarySearch = (canaries: Canaries): ((text: string) => readonly Sighting[]) => {
  const needles = new Map<string, Sighting>()
  for (const [value, what] of canaries) {
    for (const [disguise, written] of disguises(value))
      needles.set(written.toLowerCase(), `${what}, ${disguise}`)
  }
  const find = searchFor(needles)
  return (text) => [
    ...new Set(readings(text).flatMap((reading) => find(Buffer.from(reading.toLowerCase())))),
  ]
}

interface Needle {
  readonly bytes: Buffer
  readonly sighting: Sighting
}

const hashBits = 20

/**
 * Finds all needles in one pass. They are told apart by their last four bytes, for many tokens begin alike; where no
 * needle ends like the text does, one look at a table says so.
 */
const searchFor = (needles: ReadonlyMap<string, Sighting>): ((text: Buffer) => Sighting[]) => {
  const ends = new Map<number, Needle[]>()
  const mayEnd = new Uint8Array(2 ** hashBits)
  for (const [written, sighting] of needles) {
    const bytes = Buffer.from(written)
    if (bytes.length < 7) throw new Error(`${sighting} is too short to be looked for`)
    const end = bytes.readInt32LE(bytes.length - 4)
    const alike = ends.get(end) ?? []
    alike.push({ bytes, sighting })
    ends.set(end, alike)
    mayEnd[hash(end)] = 1
  }
  return (text) => {
    const found: Sighting[] = []
    let end = 0
    for (let at = 0; at < text.length; at += 1) {
      end = (end >>> 8) | ((text[at] ?? 0) << 24)
      if (mayEnd[hash(end)] === 0) continue
      for (const { bytes, sighting } of ends.get(end) ?? []) {
        const from = at + 1 - bytes.length
        if (from >= 0 && bytes.equals(text.subarray(from, at + 1))) found.push(sighting)
      }
    }
    return found
  }
}

const hash = (end: number): number => Math.imul(end, 0x9e3779b1) >>> (32 - hashBits)

/** The ways in which a value can be written. Of a long one its parts are looked for as well. */
function* disguises(value: string): Generator<readonly [disguise: string, written: string]> {
  for (const piece of piecesOf(value)) yield* disguisesOf(piece)
  if (value.length < 48) return
  const [first = '', ...parts] = value.split('.')
  // A JWT's header is the same in all of them; it is no secret.
  for (const part of parts.length === 2 ? parts : [first]) {
    // A forged or bent token may be without a signature, or with a part that is no more than a word.
    if (part.length < 16) continue
    yield ['its beginning', part.slice(0, 32)]
    yield ['its end', part.slice(-32)]
  }
}

/** Characters of a value that are disguised as a whole: a bent token can have millions. */
const longestPiece = 4_096

/** A text that holds a longer value holds its beginning and its end. */
const piecesOf = (value: string): readonly string[] =>
  value.length <= longestPiece
    ? [value]
    : [value.slice(0, longestPiece), value.slice(-longestPiece)]

function* disguisesOf(value: string): Generator<readonly [disguise: string, written: string]> {
  yield ['plain', value]
  // A lone surrogate has no URL-encoded form: it is written as UTF-8 writes it.
  yield ['URL-encoded', encodeURIComponent(Buffer.from(value).toString())]
  yield ['hex', Buffer.from(value).toString('hex')]
  yield ['reversed', [...value].reverse().join('')]
  yield ['base32', base32(value)]
  yield [
    'base64 twice',
    Buffer.from(Buffer.from(value).toString('base64')).toString('base64').slice(0, -4),
  ]
  const bare = value.normalize('NFKD').replace(/[^a-z\d]/gi, '')
  // Fewer digits come together by chance where all that divides numbers is taken out.
  if (bare.length >= 10) yield ['spaced out', bare]
  for (const lead of [0, 1, 2]) {
    const shifted = Buffer.concat([Buffer.alloc(lead, 'x'), Buffer.from(value)])
    const whole = shifted.toString('base64').replaceAll('=', '')
    // Neighbours have a part in the first character after the lead and in the last one.
    const inner = whole.slice(lead === 0 ? 0 : lead + 1, shifted.length % 3 === 0 ? undefined : -1)
    yield [`base64 at ${lead}`, inner]
    yield [`base64url at ${lead}`, inner.replaceAll('+', '-').replaceAll('/', '_')]
  }
}

const base32 = (text: string): string => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  // The last letter has bits of what follows.
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('')
}

/** The text as it is, and as it is once somebody has taken the usual wrappings off. */
const readings = (text: string): readonly string[] => {
  const unescaped = text
    .replace(/\\u([\da-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\([/"\\])/g, '$1')
    .replace(/&#x([\da-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, decimal: string) => String.fromCodePoint(Number(decimal)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '')
  const unfolded = unescaped.replace(/<[^>]*>/g, '').replace(/\s|\\[rnt]|%0[ad]|%20/gi, '')
  const percentDecoded = unescaped.replace(/%([\da-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  const inner = (unescaped.match(/[\w+/-]{24,}/g) ?? []).map((block) =>
    Buffer.from(block, 'base64url').toString('latin1'),
  )
  const again = inner
    .flatMap((block) => block.match(/[\w+/-]{16,}/g) ?? [])
    .map((block) => Buffer.from(block, 'base64url').toString('latin1'))
  const twiceDecoded = percentDecoded.replace(/%([\da-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  const seen = twiceDecoded.normalize('NFKC').replace(/[\p{Cf}\p{Cc}\p{M}]/gu, '')
  const bare = seen.normalize('NFKD').replace(/[^a-z\d]+/gi, '')
  return [
    ...[text, unescaped, unfolded, percentDecoded, inner.join('\n')],
    ...[again.join('\n'), twiceDecoded, seen, bare],
  ]
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}
