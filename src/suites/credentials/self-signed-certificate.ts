import { type KeyObject, sign } from 'node:crypto'

/** Tags of DER (ITU-T X.690) that a certificate is made of. */
const tag = {
  integer: 0x02,
  bitString: 0x03,
  null: 0x05,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  sequence: 0x30,
  set: 0x31,
} as const

/** Object identifiers, encoded. */
const identifier = {
  commonName: '550403',
  ecdsaWithSha256: '2a8648ce3d040302',
  sha256WithRsa: '2a864886f70d01010b',
} as const

const dayMs = 86_400_000

/**
 * A certificate of version 1 (RFC 5280, 4.1) that a key issued to itself, valid from yesterday for a month: all that
 * `x5c` needs in order to say nothing of trust.
 */
export const selfSignedCertificate = (privateKey: KeyObject, publicKey: KeyObject): Buffer => {
  const isRsa = publicKey.asymmetricKeyType === 'rsa'
  const algorithm = isRsa
    ? encode('sequence', oid('sha256WithRsa'), encode('null'))
    : encode('sequence', oid('ecdsaWithSha256'))
  const name = encode(
    'sequence',
    encode(
      'set',
      encode('sequence', oid('commonName'), encode('utf8String', Buffer.from('krr-conformance'))),
    ),
  )
  const toBeSigned = encode(
    'sequence',
    encode('integer', Buffer.from([1])),
    algorithm,
    name,
    encode('sequence', time(Date.now() - dayMs), time(Date.now() + 30 * dayMs)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = sign('sha256', toBeSigned, privateKey)
  return encode('sequence', toBeSigned, algorithm, encode('bitString', Buffer.of(0), signature))
}

const oid = (name: keyof typeof identifier): Buffer =>
  encode('objectIdentifier', Buffer.from(identifier[name], 'hex'))

/** `YYMMDDhhmmssZ`: years from 1950 to 2049. */
const time = (instantMs: number): Buffer => {
  const digits = new Date(instantMs).toISOString().replaceAll(/\D/g, '')
  return encode('utcTime', Buffer.from(`${digits.slice(2, 14)}Z`))
}

const encode = (name: keyof typeof tag, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag[name], ...lengthOf(content.length)]), content])
}

/** The short form up to 127, else the number of octets before the octets. */
const lengthOf = (length: number): readonly number[] => {
  if (length < 0x80) return [length]
  const octets: number[] = []
  for (let rest = length; rest > 0; rest >>= 8) octets.unshift(rest & 0xff)
  return [0x80 | octets.length, ...octets]
}
