import type { DefectAt } from '../defect.ts'
import { day, otherSigner } from './other-signer.ts'

/** Valid, and nobody has ordered the next one. */
export const signingCertificateEndsIn20Days: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-SIGNING-CERTIFICATE-ENDS-IN-20-DAYS',
  title: 'the signing certificate has 20 days left',
  family: 'JWS keys and chain',
  seam: 'jwsSigner',
  violates: ['KRR-JWS-011'],
  inject: otherSigner((now) => ({ notAfter: new Date(now + 20 * day) })),
}
