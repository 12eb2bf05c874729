import { type KeyObject, KeyObject as NodeKey, sign, webcrypto, X509Certificate } from 'node:crypto'
import { BasicConstraintsExtension, cryptoProvider, X509CertificateGenerator } from '@peculiar/x509'
import type { JsonObject } from '../../evidence/json.ts'
import { type JwsReading, type JwsTrust, parseJws } from '../../evidence/jws.ts'
import { sampleExchange, samplePerson } from '../body/sample-reading.ts'

cryptoProvider.set(webcrypto as Crypto)

const rs256 = (modulusLength: number) => ({
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength,
})
const p256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** A certificate with its private key, for tests. */
export interface Certified {
  readonly name: string
  readonly keys: CryptoKeyPair
  readonly privateKey: KeyObject
  readonly certificate: X509Certificate
  /** As it stands in `x5c`. */
  readonly base64: string
  readonly pem: string
}

/** How the certificate of a test differs from a root that is valid in the sample exchange. */
export interface Certification {
  readonly name: string
  readonly issuer?: Certified
  readonly isAuthority?: boolean
  readonly rsaBits?: number
  readonly notAfter?: Date
}

/** Makes a key pair (P-256, or RSA) and a certificate for it, self-signed without an issuer. */
export const certify = async ({
  name,
  issuer,
  isAuthority = true,
  rsaBits,
  notAfter = new Date('2030-01-01T00:00:00Z'),
}: Certification): Promise<Certified> => {
  const keys = (await webcrypto.subtle.generateKey(
    rsaBits === undefined ? p256 : rs256(rsaBits),
    true,
    ['sign', 'verify'],
  )) as CryptoKeyPair
  const { rawData } = await X509CertificateGenerator.create({
    serialNumber: '01',
    subject: `CN=${name}`,
    issuer: `CN=${issuer?.name ?? name}`,
    notBefore: new Date('2020-01-01T00:00:00Z'),
    notAfter,
    publicKey: keys.publicKey,
    signingKey: issuer?.keys.privateKey ?? keys.privateKey,
    signingAlgorithm: p256,
    extensions: [new BasicConstraintsExtension(isAuthority, undefined, true)],
  })
  const certificate = new X509Certificate(Buffer.from(rawData))
  return {
    name,
    keys,
    privateKey: NodeKey.from(keys.privateKey as webcrypto.CryptoKey),
    certificate,
    base64: certificate.raw.toString('base64'),
    pem: certificate.toString(),
  }
}

/** What a test wants to be different from a conforming JWS of the sample person. */
export interface SampleJws {
  readonly signer: Certified
  readonly header?: JsonObject
  readonly payload?: unknown
  readonly trust?: Partial<JwsTrust>
}

/** A compact JWS, signed with SHA-256 by the signer's key; `x5c` holds what the header says. */
export const signSample = ({ signer, header, payload = samplePerson }: SampleJws): string => {
  const own = { alg: signer.privateKey.asymmetricKeyType === 'ec' ? 'ES256' : 'RS256' }
  const input = [{ ...own, x5c: [signer.base64], ...header }, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  const key = { key: signer.privateKey, dsaEncoding: 'ieee-p1363' } as const
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`
}

/** The reading of such a JWS, received at 2026-11-22T12:00:01Z. */
export const readingOf = (sample: SampleJws, compact = signSample(sample)): JwsReading => {
  const jws = parseJws(compact)
  if (jws === undefined) throw new Error('the sample is no JWS')
  return {
    exchange: sampleExchange({ content: compact }),
    jws,
    trust: { anchors: [], pin: undefined, orgnr: '991825827', ...sample.trust },
  }
}
