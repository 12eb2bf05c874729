import type { DefectAt } from '../defect.ts'

/** The name of the host that draws the login pages in place of the issuer's. */
export const issIsAnotherIssuer: DefectAt<'authorizationResponse'> = {
  id: 'DEF-OP-ISS-IS-ANOTHER-ISSUER',
  title: 'the authorization response carries the iss of another issuer',
  family: 'OpenID provider',
  seam: 'authorizationResponse',
  violates: ['KRR-OP-004'],
  inject: (parameters) =>
    parameters.map(([name, value]) => [
      name,
      name === 'iss' ? 'https://login.idporten.example' : value,
    ]),
}
