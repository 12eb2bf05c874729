import type { DefectAt } from '../defect.ts'

/** It does not certify itself. */
export const signingCertificateOccursTwice: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-SIGNING-CERTIFICATE-OCCURS-TWICE',
  title: 'the signing certificate stands in x5c twice',
  family: 'JWS keys and chain',
  seam: 'jwsSigner',
  violates: ['KRR-JWS-004'],
  inject: (signer) => ({ ...signer, x5c: [...signer.x5c.slice(0, 1), ...signer.x5c] }),
}
