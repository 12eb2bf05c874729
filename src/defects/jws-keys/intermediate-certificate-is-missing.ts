import type { DefectAt } from '../defect.ts'

/** Works for who has met the intermediate authority before, and for nobody else. */
export const intermediateCertificateIsMissing: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-INTERMEDIATE-CERTIFICATE-IS-MISSING',
  title: 'x5c holds the signing certificate alone, and its issuer is no trust anchor',
  family: 'JWS keys and chain',
  seam: 'jwsSigner',
  violates: ['KRR-JWS-006'],
  inject: (signer) => ({ ...signer, x5c: signer.x5c.slice(0, 1) }),
}
