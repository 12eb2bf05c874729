import { generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto'
import type { JsonObject } from '../../evidence/json.ts'
import { type JwsReading, type JwsTrust, parseJws } from '../../evidence/jws.ts'
import { sampleExchange, samplePerson } from '../body/sample-reading.fixture.ts'
import { certificateDer, type SampleCertificate } from './sample-certificate.fixture.ts'

/** A certificate with its private key, for tests. */
export interface Certified {
  readonly name: string
  readonly privateKey: KeyObject
  readonly certificate: X509Certificate
  /** As it stands in `x5c`. */
  readonly base64: string
  readonly pem: string
}

/** How the certificate of a test differs from a root that is valid in the sample exchange. */
export interface Certification {
  readonly name: string
  /** Any that has a P-256 key; without one the certificate is self-signed. */
  readonly issuer?: Certified
  readonly isAuthority?: boolean
  readonly rsaBits?: number
  readonly notAfter?: Date
  readonly attributes?: SampleCertificate['attributes']
  readonly areJoined?: boolean
}

/** Makes a key pair (P-256, or RSA) and a certificate for it. */
export const certify = ({ name, issuer, rsaBits, ...says }: Certification): Certified => {
  const { publicKey, privateKey } =
    rsaBits === undefined
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: rsaBits })
  const certificate = new X509Certificate(
    certificateDer({
      subject: name,
      issuer: issuer?.name ?? name,
      publicKey,
      signingKey: issuer?.privateKey ?? privateKey,
      isAuthority: says.isAuthority ?? true,
      notAfter: says.notAfter ?? new Date('2030-01-01T00:00:00Z'),
      ...(says.attributes === undefined ? {} : { attributes: says.attributes }),
      areJoined: says.areJoined ?? false,
    }),
  )
  const base64 = certificate.raw.toString('base64')
  return { name, privateKey, certificate, base64, pem: certificate.toString() }
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
