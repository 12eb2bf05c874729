import { Buffer } from 'node:buffer'
import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto'
import {
  bitString,
  boolean,
  context,
  type Der,
  integer,
  objectIdentifier,
  octetString,
  primitiveContext,
  printableString,
  sequence,
  set,
  time,
  utf8String,
} from './der.ts'

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
