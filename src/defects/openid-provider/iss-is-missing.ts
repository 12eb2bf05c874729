import type { DefectAt } from '../defect.ts'

/** Against mix-up of two providers only the announced parameter helps (RFC 9207). */
export const issIsMissing: DefectAt<'authorizationResponse'> = {
  id: 'DEF-OP-ISS-IS-MISSING',
  title: 'the authorization response carries no iss, which the metadata announce',
  family: 'OpenID provider',
  seam: 'authorizationResponse',
  violates: ['KRR-OP-004'],
  inject: (parameters) => parameters.filter(([name]) => name !== 'iss'),
}
