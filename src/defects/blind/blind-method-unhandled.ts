import { withJson, withoutField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** A handler for whatever exception nobody else handles gets the one for the method first. */
export const blindMethodUnhandled: DefectAt<'response'> = {
  id: 'DEF-ERR-BLIND-METHOD-UNHANDLED',
  title: 'a method with content that the resource does not have is answered with 500',
  family: 'written blind',
  violates: ['KRR-ERR-001'],
  // A server error is no refusal, and no operation is documented that could have the status.
  alsoTrips: ['KRR-HTTP-001', 'KRR-SPEC-006'],
  seam: 'response',
  inject: (response, { request }) =>
    response.status === 405 && (request.method === 'POST' || request.method === 'PUT')
      ? withJson({ ...withoutField(response, 'Allow'), status: 500 }, (document) => ({
          ...document,
          status: 500,
          error: 'Internal Server Error',
          error_description: 'Something went wrong',
        }))
      : response,
}
