import type { DefectAt } from '../defect.ts'
import { opensNothing } from './opens-nothing.ts'

export const accessTokenIsOfAnotherIssuer: DefectAt<'accessTokenClaims'> = {
  id: 'DEF-OP-ACCESS-TOKEN-IS-OF-ANOTHER-ISSUER',
  title: 'iss of an access token that opens nothing ends with a slash',
  family: 'OpenID provider',
  seam: 'accessTokenClaims',
  violates: ['KRR-OP-010'],
  // The API knows no such issuer: it refuses for want of that, and not of a scope.
  alsoTrips: ['KRR-SCOPE-010'],
  inject: (claims, { issuer, scopes }) =>
    opensNothing(scopes) ? { ...claims, iss: `${issuer}/` } : claims,
}
