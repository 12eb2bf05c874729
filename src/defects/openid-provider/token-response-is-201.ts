import type { DefectAt } from '../defect.ts'

/** A token was created, but the response of this endpoint is 200 (RFC 6749, 5.1). */
export const tokenResponseIs201: DefectAt<'tokenResponse'> = {
  id: 'DEF-OP-TOKEN-RESPONSE-IS-201',
  title: 'the token response has the status 201',
  family: 'OpenID provider',
  seam: 'tokenResponse',
  violates: ['KRR-OP-005'],
  inject: (response) => (response.status === 200 ? { ...response, status: 201 } : response),
}
