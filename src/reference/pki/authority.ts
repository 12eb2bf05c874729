import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import {
  type CertificateRequest,
  type DistinguishedName,
  issueCertificate,
  type Purpose,
} from './certificate.ts'

const generate = promisify(generateKeyPair)

/** A key pair of either kind. */
export interface KeyPair {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

/** A P-256 key pair: under a millisecond, where RSA takes a tenth of a second. */
export const generateP256 = (): Promise<KeyPair> => generate('ec', { namedCurve: 'P-256' })

export const generateEd25519 = (): Promise<KeyPair> => generate('ed25519', {})

export const generateRsa = (modulusLength: number): Promise<KeyPair> =>
  generate('rsa', { modulusLength })

/** What is asked of an authority. `days` counts from now, an hour of clock skew allowed. */
export interface Issuance {
  readonly subject: DistinguishedName
  readonly publicKey: KeyObject
  readonly purpose: Purpose
  readonly days: number
  /** Overrides the beginning and the end that `days` gives. */
  readonly notBefore?: Date | undefined
  readonly notAfter?: Date | undefined
  readonly hosts?: CertificateRequest['hosts']
}

/** A certificate authority: its own certificate, and what it certifies. DER. */
export interface Authority {
  readonly certificate: Buffer
  readonly issue: (issuance: Issuance) => Buffer
  readonly kept: () => KeptAuthority
}

/** An authority as it outlives its process: base64 DER, and PKCS #8 in PEM. */
export interface KeptAuthority {
  readonly certificate: string
  readonly key: string
}

const hour = 3_600_000
const day = 24 * hour

/** Makes an authority with a P-256 key: a root, or one that `parent` certifies; or the one that was kept. */
export const createAuthority = async (
  commonName: string,
  parent?: Authority,
  kept?: KeptAuthority,
): Promise<Authority> => {
  const keys = kept === undefined ? await generateP256() : keysOf(kept)
  const own: DistinguishedName = [
    ['countryName', 'NO'],
    ['organizationName', 'KRR reference environment'],
    ['commonName', commonName],
  ]
  const issue = (issuance: Issuance): Buffer => {
    const now = Date.now()
    return issueCertificate({
      subject: issuance.subject,
      publicKey: issuance.publicKey,
      purpose: issuance.purpose,
      issuer: own,
      issuerKey: keys.privateKey,
      issuerPublicKey: keys.publicKey,
      notBefore: issuance.notBefore ?? new Date(now - hour),
      notAfter: issuance.notAfter ?? new Date(now + issuance.days * day),
      ...(issuance.hosts === undefined ? {} : { hosts: issuance.hosts }),
    })
  }
  const request = {
    subject: own,
    publicKey: keys.publicKey,
    purpose: 'authority',
    days: 3650,
  } as const
  const certificate =
    kept === undefined ? (parent?.issue ?? issue)(request) : Buffer.from(kept.certificate, 'base64')
  const key = () => keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return {
    certificate,
    issue,
    kept: () => ({ certificate: certificate.toString('base64'), key: key() }),
  }
}

const keysOf = ({ key }: KeptAuthority): KeyPair => {
  const privateKey = createPrivateKey(key)
  return { privateKey, publicKey: createPublicKey(privateKey) }
}
