import { inflateRawSync, inflateSync, unzipSync } from 'node:zlib'

/** A part of a text that may be something else in another writing, and what that is. */
export interface Block {
  readonly start: number
  readonly end: number
  readonly inner: string
}

/** Every part of the text that reads as text in base64, base32, hexadecimal, or as numbers of characters. */
export function* blocksOf(text: string): Generator<Block> {
  for (const { index: start, 0: block } of text.matchAll(/[A-Za-z0-9+/_-]{10,}/g))
    for (const inner of innerOf(block)) yield { start, end: start + block.length, inner }
  if (text.includes('\n'))
    for (const { index: start, 0: block } of text.matchAll(folded))
      for (const inner of innerOf(block.replace(/\s+/g, '')))
        yield { start, end: start + block.length, inner }
  // Eight numbers of two digits each, and what divides them.
  if (text.length < 23) return
  if (!/(?:\b(?:0x)?[\da-f]{2,8}[^\da-z]{1,12}){7}/i.test(text)) return
  for (const { pattern, base } of numbered) {
    for (const { index: start, 0: block } of text.matchAll(pattern)) {
      const codes = block.replace(/0x/gi, '').match(/[\da-f]+/gi) ?? []
      const bytes = codes.map((code) => Number.parseInt(code, base)).filter((code) => code < 256)
      const inner = textOf(Uint8Array.from(bytes))
      if (inner !== undefined) yield { start, end: start + block.length, inner }
    }
  }
}

/** Lines of nothing else, as mail and PEM fold them. */
const folded =
  /(?<![A-Za-z0-9+/_=-])(?:[A-Za-z0-9+/_=-]{3,80}[ \t\r]*\n[ \t]*)+[A-Za-z0-9+/_-]{2,80}(?![A-Za-z0-9+/_-])/g

/** The numbers of characters, one by one. */
const numbered = [
  { pattern: /\b(?:0x)?[\da-f]{2}(?:[^\da-z]{1,12}(?:0x)?[\da-f]{2}){7,}\b/gi, base: 16 },
  { pattern: /\b\d{2,3}(?:[^\da-z]{1,12}\d{2,3}){7,}\b/gi, base: 10 },
  { pattern: /\b[0-7]{2,3}(?:[^\da-z]{1,12}[0-7]{2,3}){7,}\b/gi, base: 8 },
  { pattern: /\b[01]{7,8}(?:[^\da-z]{1,12}[01]{7,8}){7,}\b/gi, base: 2 },
]

/** Names, ids and paths come again and again. */
const remembered = new Map<string, readonly string[]>()
const rememberedBlocks = 4_096
const rememberedLength = 256

const innerOf = (block: string): readonly string[] => {
  if (!/[\dA-Z]/.test(block)) return none
  const known = remembered.get(block)
  if (known !== undefined) return known
  const found = [...new Set(decodings(block).flatMap((bytes) => textOf(inflated(bytes)) ?? []))]
  if (block.length <= rememberedLength) {
    if (remembered.size >= rememberedBlocks) remembered.clear()
    remembered.set(block, found)
  }
  return found
}

/** A word without a digit and without a capital is in none of these writings. */
const none: readonly string[] = []

const decodings = (block: string): readonly Uint8Array[] => {
  const hasDigit = /\d/.test(block)
  const hasCapital = /[A-Z]/.test(block)
  const hex = hasDigit ? (block.match(/[\da-f]{16,}/gi) ?? []) : []
  return [
    ...hex.flatMap((run) => [0, 1].map((lead) => Buffer.from(run.slice(lead), 'hex'))),
    ...(/[01]{64}/.test(block) ? [bitsOf(block, '01', 1)] : []),
    ...(/^[a-z2-7]{16,}$/i.test(block) ? atEach(8, block, base32) : []),
    ...(/^[\da-v]{16,}$/i.test(block) ? atEach(8, block, base32Hex) : []),
    ...(hasCapital ? atEach(4, block, (part) => Buffer.from(part, 'base64')) : []),
    ...(hasCapital ? rawInflated(Buffer.from(block, 'base64')) : []),
  ]
}

/** What comes before a block may have run into it: it is read from each of its first characters. */
const atEach = (
  leads: number,
  block: string,
  decode: (part: string) => Uint8Array,
): readonly Uint8Array[] => [...Array(leads).keys()].map((lead) => decode(block.slice(lead)))

const base32 = (block: string): Uint8Array => bitsOf(block, 'abcdefghijklmnopqrstuvwxyz234567', 5)
const base32Hex = (block: string): Uint8Array =>
  bitsOf(block, '0123456789abcdefghijklmnopqrstuv', 5)

const bitsOf = (block: string, alphabet: string, width: number): Uint8Array => {
  const bytes = new Uint8Array(Math.ceil((block.length * width) / 8))
  let [held, bits, at] = [0, 0, 0]
  for (const letter of block.toLowerCase()) {
    const value = alphabet.indexOf(letter)
    if (value < 0) break
    held = ((held << width) | value) & 0xffff
    bits += width
    if (bits < 8) continue
    bits -= 8
    bytes[at] = (held >> bits) & 0xff
    at += 1
  }
  return bytes.subarray(0, at)
}

const inflatedAtMost = 65_536

/** What was compressed before it was encoded; anything else as it is. */
const inflated = (bytes: Uint8Array): Uint8Array => {
  const [first = 0, second = 0] = bytes
  const isGzip = first === 0x1f && second === 0x8b
  const isZlib = (first & 0x0f) === 8 && first >> 4 <= 7 && ((first << 8) | second) % 31 === 0
  if (!isGzip && !isZlib) return bytes
  try {
    const options = { maxOutputLength: inflatedAtMost }
    return isGzip ? unzipSync(bytes, options) : inflateSync(bytes, options)
  } catch {
    return bytes
  }
}

/** Without a header, as SAML's redirects have it, nothing tells what was compressed but that it can be read then. */
const rawInflated = (bytes: Uint8Array): readonly Uint8Array[] => {
  // The last block, compressed by one of the two ways there are (RFC 1951, 3.2.3): what is small has no other.
  if (bytes.length < 8 || !/^[35]$/.test(String((bytes[0] ?? 0) & 7)) || textOf(bytes)) return []
  try {
    return [inflateRawSync(bytes, { maxOutputLength: inflatedAtMost })]
  } catch {
    return []
  }
}

/** Bytes as text where eight of them in a row, the zeros of wider characters left out, can be read. */
const textOf = (bytes: Uint8Array): string | undefined => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const utf8 = buffer.toString('utf8')
  const text = (utf8.includes('\ufffd') ? buffer.toString('latin1') : utf8).replaceAll('\0', '')
  return /[\x20-\x7e]{8}/.test(text) ? text : undefined
}
