import { withJson } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** A person that may not be seen is said not to be there. */
export const noKrrScopeIsNotFound: DefectAt<'response'> = {
  id: 'DEF-SCOPE-NO-KRR-SCOPE-IS-NOT-FOUND',
  title: 'a token without any krr:user scope is answered with 404',
  family: 'scopes and data minimisation',
  seam: 'response',
  violates: ['KRR-SCOPE-012'],
  alsoTrips: ['KRR-SPEC-006'],
  inject: (response, { request, claims }) =>
    response.status === 403 && request.method === 'GET' && claims !== undefined
      ? { ...withJson(response, (error) => ({ ...error, status: 404 })), status: 404 }
      : response,
}
