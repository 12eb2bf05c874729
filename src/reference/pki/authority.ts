import { generateKeyPair, type KeyObject } from 'node:crypto'
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
}

const hour = 3_600_000
const day = 24 * hour

/** Makes an authority with a P-256 key: a root, or one that `parent` certifies. */
export const createAuthority = async (
  commonName: string,
  parent?: Authority,
): Promise<Authority> => {
  const keys = await generateP256()
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
  return { certificate: (parent?.issue ?? issue)(request), issue }
}
