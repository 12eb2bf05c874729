import { fieldValue } from '../../reference/api/message.ts'
import { withJson } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** It is refused, by a parser that was not prepared for it. */
export const malformedTokenIsAServerError: DefectAt<'response'> = {
  id: 'DEF-ERR-MALFORMED-TOKEN-IS-A-SERVER-ERROR',
  title: 'a Bearer token that is none is answered with 500',
  family: 'errors and disclosure',
  seam: 'response',
  violates: ['KRR-ERR-001', 'KRR-AUTH-003'],
  // No status or type that the document names.
  alsoTrips: ['KRR-SPEC-006'],
  inject: (response, { request }) =>
    response.status === 401 && fieldValue(request, 'authorization')?.includes('.') === false
      ? { ...withJson(response, (error) => ({ ...error, status: 500 })), status: 500 }
      : response,
}
