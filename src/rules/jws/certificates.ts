import type { X509Certificate } from 'node:crypto'
import type { Jws } from '../../evidence/jws.ts'
import { limits } from '../../evidence/limits.ts'
import { certificateOfBase64 } from '../../evidence/x509.ts'

const standardBase64 = /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/**
 * The certificates of `x5c` in order, as many as are read, undefined for an entry that is none; empty without `x5c`. An
 * entry is base64 (not base64url, no line ends, no armour) of DER and nothing after it
 * (RFC 7515, 4.1.6).
 */
export const certificatesOf = ({ header }: Jws): readonly (X509Certificate | undefined)[] => {
  const x5c = header['x5c']
  return Array.isArray(x5c) ? x5c.slice(0, limits.certificates).map(certificateOf) : []
}

/** The certificate of the signing key, or undefined where `x5c[0]` is none (KRR-JWS-003). */
export const signingCertificate = (jws: Jws): X509Certificate | undefined => certificatesOf(jws)[0]

/** Why rules about the certificates cannot be judged, or undefined where they can. */
export const withoutCertificate = ({ jws }: { readonly jws: Jws }): string | undefined =>
  signingCertificate(jws) === undefined ? 'x5c[0] is no certificate: KRR-JWS-003' : undefined

/** What was found of a subject and each issuer that was tried: every answer carries the same two or three. */
const found = new WeakMap<X509Certificate, WeakMap<X509Certificate, boolean>>()

/** Whether the issuer's name and key are those that certify the subject. */
export const certifies = (issuer: X509Certificate, subject: X509Certificate): boolean => {
  const ofSubject = found.get(subject) ?? new WeakMap<X509Certificate, boolean>()
  const certified = ofSubject.get(issuer) ?? isCertifiedBy(subject, issuer)
  found.set(subject, ofSubject.set(issuer, certified))
  return certified
}

/** An issuer whose key nobody can read has issued nothing for `checkIssued`. */
const isCertifiedBy = (subject: X509Certificate, issuer: X509Certificate): boolean =>
  subject.checkIssued(issuer) && subject.verify(issuer.publicKey)

/** Whether each certificate is there and certifies the one before (KRR-JWS-004). */
export const isUnbroken = (chain: readonly (X509Certificate | undefined)[]): boolean =>
  chain.every((issuer, index) => {
    const subject = chain[index - 1]
    return issuer !== undefined && (subject === undefined || certifies(issuer, subject))
  })

/** Whether the instant (milliseconds since the epoch) lies within the certificate's validity. */
export const isValidAt = ({ validFrom, validTo }: X509Certificate, instant: number): boolean =>
  Date.parse(validFrom) <= instant && instant <= Date.parse(validTo)

const certificateOf = (entry: unknown): X509Certificate | undefined => {
  if (typeof entry !== 'string' || entry.length > limits.certificate) return undefined
  if (!standardBase64.test(entry)) return undefined
  const certificate = certificateOfBase64(entry)
  return certificate !== undefined && hasReadableKey(certificate) ? certificate : undefined
}

/** A key of a type that nobody here knows cannot be taken out of its certificate. */
const hasReadableKey = (certificate: X509Certificate): boolean => {
  try {
    return certificate.publicKey.type === 'public'
  } catch {
    return false
  }
}
