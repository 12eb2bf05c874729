import type { Pki } from '../../reference/pki/pki.ts'
import type { DefectAt } from '../defect.ts'
import { withText } from '../person-document.ts'

/** Well-formed in every way; what is encrypted with it is read by nobody. */
export const sertifikatHasExpired: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-SERTIFIKAT-HAS-EXPIRED',
  title: 'sertifikat ran out yesterday',
  family: 'schema',
  seam: 'personDocument',
  violates: ['KRR-BODY-016'],
  inject: (person, { pki, now }) => withText(person, 'sertifikat', () => expiredFor(pki, now)),
}

const day = 24 * 3_600_000
const issued = new WeakMap<Pki, string>()

/** Issued once, for each issue has a serial number of its own: the same person has the same certificate. */
const expiredFor = (pki: Pki, now: number): string => {
  const validity = { notBefore: new Date(now - 366 * day), notAfter: new Date(now - day) }
  const certificate = issued.get(pki) ?? pki.issueMailboxCertificate(validity)
  issued.set(pki, certificate)
  return certificate
}
