import type { DefectAt } from '../defect.ts'

/** It has been made already, and 202 says that it may yet be. */
export const changeIsAnsweredWith202: DefectAt<'response'> = {
  id: 'DEF-PATCH-CHANGE-IS-ANSWERED-WITH-202',
  title: 'a change is answered with 202',
  family: 'PATCH effect',
  seam: 'response',
  violates: ['KRR-PATCH-001', 'KRR-PATCH-002'],
  // A status that the document does not name.
  alsoTrips: ['KRR-SPEC-006'],
  inject: (response, { request }) =>
    request.method === 'PATCH' && response.status === 204 ? { ...response, status: 202 } : response,
}
