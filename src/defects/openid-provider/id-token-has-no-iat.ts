import type { DefectAt } from '../defect.ts'

/** OpenID Connect Core, 2: it is required. */
export const idTokenHasNoIat: DefectAt<'idTokenClaims'> = {
  id: 'DEF-OP-ID-TOKEN-HAS-NO-IAT',
  title: 'the ID token does not say when it was issued',
  family: 'OpenID provider',
  seam: 'idTokenClaims',
  violates: ['KRR-OP-006'],
  inject: ({ iat: _, ...claims }) => claims,
}
