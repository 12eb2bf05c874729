import type { DefectAt } from '../defect.ts'

/** It looks the same, and is not the exact value received (RFC 6749, 4.1.2). */
export const stateIsInLowerCase: DefectAt<'authorizationResponse'> = {
  id: 'DEF-OP-STATE-IS-IN-LOWER-CASE',
  title: 'the authorization response returns state in lower case',
  family: 'OpenID provider',
  seam: 'authorizationResponse',
  violates: ['KRR-OP-004'],
  inject: (parameters) =>
    parameters.map(([name, value]) => [name, name === 'state' ? value.toLowerCase() : value]),
}
