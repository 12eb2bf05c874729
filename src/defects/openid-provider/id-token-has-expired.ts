import type { DefectAt } from '../defect.ts'

/** A token of an hour ago: it was valid once, and all else in it still is. */
export const idTokenHasExpired: DefectAt<'idTokenClaims'> = {
  id: 'DEF-OP-ID-TOKEN-HAS-EXPIRED',
  title: 'the ID token expired long before it came',
  family: 'OpenID provider',
  seam: 'idTokenClaims',
  violates: ['KRR-OP-006'],
  inject: ({ iat, exp, ...claims }) => ({
    ...claims,
    iat: Number(iat) - 3_600,
    exp: Number(exp) - 3_600,
  }),
}
