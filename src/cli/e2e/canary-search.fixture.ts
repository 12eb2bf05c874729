import type { Canaries } from './canaries.fixture.ts'

/** A canary in a text: what it is and in which disguise, never the value itself. */
export type Sighting = string

/**
 * Searches texts for canaries however they are written. It shares no code with the masking that it
 * judges: what one of them forgets, the other one must not.
 */
export const canarySearch = (canaries: Canaries): ((text: string) => readonly Sighting[]) => {
  const needles = new Map<number, { readonly needle: Buffer; readonly sighting: Sighting }[]>()
  for (const [value, what] of canaries) {
    for (const [disguise, written] of disguises(value)) {
      const needle = Buffer.from(written.toLowerCase())
      if (needle.length < 7) throw new Error(`${what} is too short to be looked for`)
      const key = needle.readUInt32LE(0)
      needles.set(key, [...(needles.get(key) ?? []), { needle, sighting: `${what}, ${disguise}` }])
    }
  }
  return (text) => [
    ...new Set(
      readings(text).flatMap((reading) => find(needles, Buffer.from(reading.toLowerCase()))),
    ),
  ]
}

const find = (
  needles: ReadonlyMap<number, readonly { readonly needle: Buffer; readonly sighting: Sighting }[]>,
  text: Buffer,
): Sighting[] => {
  const found: Sighting[] = []
  for (let at = 0; at + 4 <= text.length; at += 1) {
    const candidates = needles.get(text.readUInt32LE(at))
    if (candidates === undefined) continue
    for (const { needle, sighting } of candidates)
      if (text.subarray(at, at + needle.length).equals(needle)) found.push(sighting)
  }
  return found
}

/** The ways in which a value can be written. Of a long one its parts are looked for as well. */
function* disguises(value: string): Generator<readonly [disguise: string, written: string]> {
  yield ['plain', value]
  yield ['URL-encoded', encodeURIComponent(value)]
  yield ['hex', Buffer.from(value).toString('hex')]
  for (const lead of [0, 1, 2]) {
    const shifted = Buffer.concat([Buffer.alloc(lead, 'x'), Buffer.from(value)])
    const whole = shifted.toString('base64').replaceAll('=', '')
    // Neighbours have a part in the first character after the lead and in the last one.
    const inner = whole.slice(lead === 0 ? 0 : lead + 1, shifted.length % 3 === 0 ? undefined : -1)
    yield [`base64 at ${lead}`, inner]
    yield [`base64url at ${lead}`, inner.replaceAll('+', '-').replaceAll('/', '_')]
  }
  if (value.length < 48) return
  const [first = '', ...parts] = value.split('.')
  // A JWT's header is the same in all of them; it is no secret.
  for (const part of parts.length === 2 ? parts : [first]) {
    // A forged token may be without a signature.
    if (part === '') continue
    yield ['its beginning', part.slice(0, 32)]
    yield ['its end', part.slice(-32)]
  }
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
  return [text, unescaped, unfolded, percentDecoded, inner.join('\n')]
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}
