import type { DefectAt } from '../defect.ts'

/** The host that draws the login pages signs in its own name, with the issuer's key. */
export const idTokenIsOfAnotherIssuer: DefectAt<'idTokenClaims'> = {
  id: 'DEF-OP-ID-TOKEN-IS-OF-ANOTHER-ISSUER',
  title: 'iss of the ID token is not the issuer',
  family: 'OpenID provider',
  seam: 'idTokenClaims',
  violates: ['KRR-OP-006'],
  inject: (claims) => ({ ...claims, iss: 'https://login.idporten.example' }),
}
