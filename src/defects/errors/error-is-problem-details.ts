import { withField, withJson } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** No fault by the contract: it is reported. */
export const errorIsProblemDetails: DefectAt<'response'> = {
  id: 'DEF-ERR-ERROR-IS-PROBLEM-DETAILS',
  title: 'every error is problem details',
  family: 'errors and disclosure',
  seam: 'response',
  violates: [],
  observes: [{ rule: 'KRR-ERR-005', met: 'problem details' }],
  // No status or type that the document names.
  alsoTrips: ['KRR-SPEC-006'],
  inject: (response) =>
    response.status < 400
      ? response
      : withField(
          withJson(response, ({ status, error, error_description }) => ({
            type: 'about:blank',
            title: error,
            status,
            detail: error_description,
          })),
          'Content-Type',
          'application/problem+json',
        ),
}
