import type { DefectAt } from '../defect.ts'

/** Refused, but in words that a client reads as a fault of its own. */
export const misusedCodeIsCalledInvalidRequest: DefectAt<'tokenResponse'> = {
  id: 'DEF-OP-MISUSED-CODE-IS-CALLED-INVALID-REQUEST',
  title: 'a code that is not valid is refused as invalid_request',
  family: 'OpenID provider',
  seam: 'tokenResponse',
  violates: ['KRR-OP-011'],
  inject: (response) =>
    response.body['error'] === 'invalid_grant'
      ? { ...response, body: { ...response.body, error: 'invalid_request' } }
      : response,
}
