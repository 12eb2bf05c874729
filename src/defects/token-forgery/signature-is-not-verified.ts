import type { DefectAt } from '../defect.ts'

/** Issuer, key and lifetime are in order; nobody asks whether the issuer said so. */
export const signatureIsNotVerified: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-SIGNATURE-IS-NOT-VERIFIED',
  title: "the access token's signature is not verified",
  family: 'token forgery',
  seam: 'authentication',
  violates: ['KRR-AUTH-005'],
  inject: (authentication, { presented }) =>
    authentication.kind === 'refused' &&
    authentication.reason === 'signature' &&
    presented !== undefined
      ? { kind: 'accepted', claims: presented.claims }
      : authentication,
}
