import type { DefectAt } from '../defect.ts'

/** The token of another login of the same person. */
export const idTokenNonceIsAnother: DefectAt<'idTokenClaims'> = {
  id: 'DEF-OP-ID-TOKEN-NONCE-IS-ANOTHER',
  title: 'nonce of the ID token is not the one that was sent',
  family: 'OpenID provider',
  seam: 'idTokenClaims',
  violates: ['KRR-OP-006'],
  inject: (claims) => ({ ...claims, nonce: 'n-0S6_WzA2Mj' }),
}
