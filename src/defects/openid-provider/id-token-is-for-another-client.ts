import type { DefectAt } from '../defect.ts'

/** A token that another client could have been given for the same person. */
export const idTokenIsForAnotherClient: DefectAt<'idTokenClaims'> = {
  id: 'DEF-OP-ID-TOKEN-IS-FOR-ANOTHER-CLIENT',
  title: 'aud of the ID token is another client',
  family: 'OpenID provider',
  seam: 'idTokenClaims',
  violates: ['KRR-OP-006'],
  inject: (claims, { clientId }) => ({ ...claims, aud: `${clientId}-2` }),
}
