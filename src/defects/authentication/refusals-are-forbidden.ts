import { withJson } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** A client that would get itself a new token is told that none will do. */
export const refusalsAreForbidden: DefectAt<'response'> = {
  id: 'DEF-AUTH-REFUSALS-ARE-FORBIDDEN',
  title: 'who is not let in is answered with 403',
  family: 'authentication',
  seam: 'response',
  violates: ['KRR-AUTH-014'],
  inject: (response) =>
    response.status === 401
      ? withJson({ ...response, status: 403 }, (error) => ({
          ...error,
          status: 403,
          error: 'Forbidden',
        }))
      : response,
}
