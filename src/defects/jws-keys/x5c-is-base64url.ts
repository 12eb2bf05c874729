import type { DefectAt } from '../defect.ts'

/** RFC 7515, 4.1.6: each is base64, not base64url. */
export const x5cIsBase64url: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-X5C-IS-BASE64URL',
  title: 'the certificates in x5c are base64url, like all else in the JWS',
  family: 'JWS keys and chain',
  seam: 'jwsSigner',
  violates: ['KRR-JWS-003'],
  inject: (signer) => ({
    ...signer,
    x5c: signer.x5c.map((der) => Buffer.from(der, 'base64').toString('base64url')),
  }),
}
