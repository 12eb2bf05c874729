import type { DefectAt } from '../defect.ts'
import { day, otherSigner } from './other-signer.ts'

/** Renewing it was forgotten; everything else is in order. */
export const signingCertificateHasExpired: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-SIGNING-CERTIFICATE-HAS-EXPIRED',
  title: 'the signing certificate expired yesterday',
  family: 'JWS keys and chain',
  seam: 'jwsSigner',
  violates: ['KRR-JWS-005'],
  inject: otherSigner((now) => ({
    notBefore: new Date(now - 365 * day),
    notAfter: new Date(now - day),
  })),
}
