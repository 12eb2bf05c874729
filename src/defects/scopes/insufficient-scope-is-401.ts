import { withJson } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** The challenge says what is missing; the status says that nobody is logged in. */
export const insufficientScopeIs401: DefectAt<'response'> = {
  id: 'DEF-SCOPE-INSUFFICIENT-SCOPE-IS-401',
  title: 'a PATCH without spraak.write is refused with 401',
  family: 'scopes and data minimisation',
  seam: 'response',
  violates: ['KRR-SCOPE-010'],
  inject: (response, { request }) =>
    response.status === 403 && request.method === 'PATCH'
      ? { ...withJson(response, (error) => ({ ...error, status: 401 })), status: 401 }
      : response,
}
