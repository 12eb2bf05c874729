import type { DefectAt } from '../defect.ts'

/** Without it a client cannot tell its own login from one that somebody else began. */
export const stateIsMissing: DefectAt<'authorizationResponse'> = {
  id: 'DEF-OP-STATE-IS-MISSING',
  title: 'the authorization response carries no state',
  family: 'OpenID provider',
  seam: 'authorizationResponse',
  violates: ['KRR-OP-004'],
  inject: (parameters) => parameters.filter(([name]) => name !== 'state'),
}
