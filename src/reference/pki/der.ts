import { Buffer } from 'node:buffer'

/** Bytes in the Distinguished Encoding Rules (X.690, 10). */
export type Der = Buffer

const element = (tag: number, content: Uint8Array): Der =>
  Buffer.concat([Buffer.from([tag]), lengthOctets(content.length), content])

const lengthOctets = (length: number): Uint8Array => {
  if (length < 0x80) return Uint8Array.of(length)
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  return Uint8Array.of(0x80 | octets.length, ...octets)
}

export const sequence = (...elements: readonly Der[]): Der => element(0x30, Buffer.concat(elements))

export const set = (...elements: readonly Der[]): Der => element(0x31, Buffer.concat(elements))

/** A non-negative INTEGER; a leading one bit gets the zero octet that keeps it positive (X.690, 8.3). */
export const integer = (octets: Uint8Array): Der =>
  element(0x02, (octets[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.of(0), octets]) : octets)

export const boolean = (value: boolean): Der => element(0x01, Uint8Array.of(value ? 0xff : 0))

export const octetString = (octets: Uint8Array): Der => element(0x04, octets)

/** A BIT STRING whose last `unusedBits` bits do not count. */
export const bitString = (octets: Uint8Array, unusedBits = 0): Der =>
  element(0x03, Buffer.concat([Buffer.of(unusedBits), octets]))

export const utf8String = (text: string): Der => element(0x0c, Buffer.from(text, 'utf8'))

export const printableString = (text: string): Der => element(0x13, Buffer.from(text, 'ascii'))

/** UTCTime until 2049, GeneralizedTime from then on (RFC 5280, 4.1.2.5). Whole seconds. */
export const time = (instant: Date): Der => {
  const digits = instant
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:T]/g, '')
  return instant.getUTCFullYear() < 2050
    ? element(0x17, Buffer.from(digits.slice(2), 'ascii'))
    : element(0x18, Buffer.from(digits, 'ascii'))
}

/** An OBJECT IDENTIFIER from its dotted form. */
export const objectIdentifier = (dotted: string): Der => {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return element(0x06, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)))
}

const base128 = (value: number): number[] => {
  const octets = [value % 128]
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) {
    octets.unshift(0x80 | (rest % 128))
  }
  return octets
}

/** A context-specific element around others: `[n] EXPLICIT`, or a constructed IMPLICIT one. */
export const context = (number: number, content: Uint8Array): Der => element(0xa0 | number, content)

/** A context-specific element of plain octets: `[n] IMPLICIT` of a primitive type. */
export const primitiveContext = (number: number, octets: Uint8Array): Der =>
  element(0x80 | number, octets)
