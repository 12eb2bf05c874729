import { type KeyObject, sign } from 'node:crypto'

/** What a certificate of a test says. */
export interface SampleCertificate {
  readonly subject: string
  readonly issuer: string
  readonly publicKey: KeyObject
  /** The issuer's private key, P-256. */
  readonly signingKey: KeyObject
  readonly isAuthority: boolean
  readonly notAfter: Date
  /** Further attributes of the subject, by the hex of their object identifier, before its common name. */
  readonly attributes?: readonly Attribute[]
  /** Whether those attributes make one name together, and not one each. */
  readonly areJoined?: boolean
}

type Attribute = readonly [oid: string, value: string]

/** organizationIdentifier, 2.5.4.97. */
export const organizationIdentifier = '550461'
/** serialNumber, 2.5.4.5. */
export const serialNumber = '550405'

/** A v3 certificate (RFC 5280) with basicConstraints, valid from 2020 on, signed with ECDSA and SHA-256: DER. */
export const certificateDer = (says: SampleCertificate): Buffer => {
  const algorithm = sequence(oid('2a8648ce3d040302'))
  const toBeSigned = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    name([['550403', says.issuer]]),
    sequence(time(new Date('2020-01-01T00:00:00Z')), time(says.notAfter)),
    name(
      ...(says.areJoined ? [says.attributes ?? []] : (says.attributes ?? []).map((own) => [own])),
      [['550403', says.subject]],
    ),
    says.publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(basicConstraints(says.isAuthority))),
  )
  return sequence(toBeSigned, algorithm, bits(sign('sha256', toBeSigned, says.signingKey)))
}

const basicConstraints = (isAuthority: boolean): Buffer =>
  sequence(oid('551d13'), truth, der(0x04, isAuthority ? sequence(truth) : sequence()))

/** The DER order of what is joined is left to who gives it. */
const name = (...names: readonly (readonly Attribute[])[]): Buffer =>
  sequence(
    ...names.map((joined) =>
      der(
        0x31,
        ...joined.map(([type, value]) => sequence(oid(type), der(0x0c, Buffer.from(value)))),
      ),
    ),
  )

/** UTCTime: years 1950 to 2049. */
const time = (instant: Date): Buffer =>
  der(0x17, Buffer.from(`${instant.toISOString().replaceAll(/\D/g, '').slice(2, 14)}Z`))

const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))
const bits = (content: Buffer): Buffer => der(0x03, Buffer.from([0]), content)
const sequence = (...content: readonly Buffer[]): Buffer => der(0x30, ...content)

const der = (tag: number, ...content: readonly Buffer[]): Buffer => {
  const value = Buffer.concat(content)
  const size = value.length
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), value])
}

const truth = der(0x01, Buffer.from([0xff]))
