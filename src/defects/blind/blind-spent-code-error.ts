import type { DefectAt } from '../defect.ts'

export const blindSpentCodeError: DefectAt<'tokenResponse'> = {
  id: 'DEF-OP-BLIND-SPENT-CODE-ERROR',
  title: 'a code that was spent, or comes with another verifier, is called invalid_request',
  family: 'written blind',
  violates: ['KRR-OP-011'],
  seam: 'tokenResponse',
  inject: (response) =>
    response.body['error'] === 'invalid_grant'
      ? { ...response, body: { ...response.body, error: 'invalid_request' } }
      : response,
}
