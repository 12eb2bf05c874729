import { withJson } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** Nothing is written; the refusal was thrown, and nobody caught it. */
export const missingScopeIsAServerError: DefectAt<'response'> = {
  id: 'DEF-ERR-MISSING-SCOPE-IS-A-SERVER-ERROR',
  title: 'a PATCH without spraak.write is answered with 500',
  family: 'errors and disclosure',
  seam: 'response',
  violates: ['KRR-ERR-001', 'KRR-SCOPE-009'],
  // No status or type that the document names.
  alsoTrips: ['KRR-SPEC-006'],
  inject: (response, { request }) =>
    response.status === 403 && request.method === 'PATCH'
      ? { ...withJson(response, (error) => ({ ...error, status: 500 })), status: 500 }
      : response,
}
