import { Buffer } from 'node:buffer'
import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto'

/** Bytes in the Distinguished Encoding Rules (X.690, 10). */
type Der = Buffer

const element = (tag: number, content: Uint8Array): Der =>
  Buffer.concat([Buffer.from([tag]), lengthOctets(content.length), content])

const lengthOctets = (length: number): Uint8Array => {
  if (length < 0x80) return Uint8Array.of(length)
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  return Uint8Array.of(0x80 | octets.length, ...octets)
}

const sequence = (...elements: readonly Der[]): Der => element(0x30, Buffer.concat(elements))

const set = (...elements: readonly Der[]): Der => element(0x31, Buffer.concat(elements))

/** A non-negative INTEGER; a leading one bit gets the zero octet that keeps it positive (X.690, 8.3). */
const integer = (octets: Uint8Array): Der =>
  element(0x02, (octets[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.of(0), octets]) : octets)

const boolean = (value: boolean): Der => element(0x01, Uint8Array.of(value ? 0xff : 0))

const octetString = (octets: Uint8Array): Der => element(0x04, octets)

/** A BIT STRING whose last `unusedBits` bits do not count. */
const bitString = (octets: Uint8Array, unusedBits = 0): Der =>
  element(0x03, Buffer.concat([Buffer.of(unusedBits), octets]))

const utf8String = (text: string): Der => element(0x0c, Buffer.from(text, 'utf8'))

const printableString = (text: string): Der => element(0x13, Buffer.from(text, 'ascii'))

/** UTCTime until 2049, GeneralizedTime from then on (RFC 5280, 4.1.2.5). Whole seconds. */
const time = (instant: Date): Der => {
  const digits = instant
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:T]/g, '')
  return instant.getUTCFullYear() < 2050
    ? element(0x17, Buffer.from(digits.slice(2), 'ascii'))
    : element(0x18, Buffer.from(digits, 'ascii'))
}

/** An OBJECT IDENTIFIER from its dotted form. */
const objectIdentifier = (dotted: string): Der => {
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
const context = (number: number, content: Uint8Array): Der => element(0xa0 | number, content)

/** A context-specific element of plain octets: `[n] IMPLICIT` of a primitive type. */
const primitiveContext = (number: number, octets: Uint8Array): Der => element(0x80 | number, octets)

/** The attributes of a distinguished name, in order. `countryName` and `serialNumber` are printable. */
export type DistinguishedName = readonly (readonly [
  attribute: keyof typeof attributeTypes,
  value: string,
])[]

/** What a certificate may be used for. */
export type Purpose = 'authority' | 'tlsServer' | 'signature' | 'encryption'

export interface CertificateRequest {
  readonly subject: DistinguishedName
  readonly publicKey: KeyObject
  readonly issuer: DistinguishedName
  /** The issuer's P-256 private key. */
  readonly issuerKey: KeyObject
  readonly issuerPublicKey: KeyObject
  readonly notBefore: Date
  readonly notAfter: Date
  readonly purpose: Purpose
  /** Host names and addresses that a TLS server answers to. */
  readonly hosts?: { readonly names: readonly string[]; readonly ipv4: readonly string[] }
}

const attributeTypes = {
  countryName: '2.5.4.6',
  organizationName: '2.5.4.10',
  organizationIdentifier: '2.5.4.97',
  serialNumber: '2.5.4.5',
  commonName: '2.5.4.3',
} as const

const ecdsaWithSha256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'))

// keyUsage bits count from the left, RFC 5280, 4.2.1.3.
const keyUsages: Readonly<Record<Purpose, Der>> = {
  authority: bitString(Buffer.of(0b0000_0110), 1),
  tlsServer: bitString(Buffer.of(0b1000_0000), 7),
  signature: bitString(Buffer.of(0b1100_0000), 6),
  encryption: bitString(Buffer.of(0b0000_1000), 3),
}

/** Makes an X.509 v3 certificate, signed with ECDSA and SHA-256 (RFC 5280), as DER. */
export const issueCertificate = (request: CertificateRequest): Buffer => {
  const toBeSigned = sequence(
    context(0, integer(Buffer.of(2))),
    integer(serialNumber()),
    ecdsaWithSha256,
    name(request.issuer),
    sequence(time(request.notBefore), time(request.notAfter)),
    name(request.subject),
    spki(request.publicKey),
    context(3, sequence(...extensions(request))),
  )
  const signature = sign('sha256', toBeSigned, request.issuerKey)
  return sequence(toBeSigned, ecdsaWithSha256, bitString(signature))
}

// OpenSSL refuses a serial number that begins with a needless zero octet.
const serialNumber = (): Buffer => {
  const octets = randomBytes(16)
  octets[0] = 0x40 | (octets.readUInt8(0) & 0x3f)
  return octets
}

const spki = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' })

const keyIdentifier = (key: KeyObject): Buffer =>
  createHash('sha256').update(spki(key)).digest().subarray(0, 20)

const name = (attributes: DistinguishedName): Der =>
  sequence(
    ...attributes.map(([attribute, value]) => {
      const printable = attribute === 'countryName' || attribute === 'serialNumber'
      const text = printable ? printableString(value) : utf8String(value)
      return set(sequence(objectIdentifier(attributeTypes[attribute]), text))
    }),
  )

const extension = (oid: string, value: Der, critical = false): Der =>
  sequence(objectIdentifier(oid), ...(critical ? [boolean(true)] : []), octetString(value))

const extensions = ({ purpose, publicKey, issuerPublicKey, hosts }: CertificateRequest): Der[] => [
  extension('2.5.29.19', sequence(...(purpose === 'authority' ? [boolean(true)] : [])), true),
  extension('2.5.29.15', keyUsages[purpose], true),
  extension('2.5.29.14', octetString(keyIdentifier(publicKey))),
  extension('2.5.29.35', sequence(primitiveContext(0, keyIdentifier(issuerPublicKey)))),
  ...(purpose === 'tlsServer'
    ? [extension('2.5.29.37', sequence(objectIdentifier('1.3.6.1.5.5.7.3.1')))]
    : []),
  ...(hosts === undefined ? [] : [extension('2.5.29.17', alternativeNames(hosts))]),
]

const alternativeNames = ({ names, ipv4 }: NonNullable<CertificateRequest['hosts']>): Der =>
  sequence(
    ...names.map((host) => primitiveContext(2, Buffer.from(host, 'ascii'))),
    ...ipv4.map((address) => primitiveContext(7, Buffer.from(address.split('.').map(Number)))),
  )

/** A certificate in PEM (RFC 7468, 5). */
export const certificatePem = (der: Buffer): string => {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
