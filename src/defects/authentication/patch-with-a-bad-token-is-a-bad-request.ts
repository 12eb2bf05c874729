import { fieldValue } from '../../reference/api/message.ts'
import { withJson } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** As where the token is parsed together with the document. */
export const patchWithABadTokenIsABadRequest: DefectAt<'response'> = {
  id: 'DEF-AUTH-PATCH-WITH-A-BAD-TOKEN-IS-A-BAD-REQUEST',
  title: 'PATCH with a bad token is answered with 400',
  family: 'authentication',
  seam: 'response',
  violates: ['KRR-AUTH-014'],
  inject: (response, { request }) =>
    response.status === 401 &&
    request.method === 'PATCH' &&
    fieldValue(request, 'authorization') !== undefined
      ? withJson({ ...response, status: 400 }, (error) => ({
          ...error,
          status: 400,
          error: 'Bad Request',
        }))
      : response,
}
