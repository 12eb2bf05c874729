import { withoutField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** The field is added where content is written, and there is none. */
export const headOfAJwsMayBeStored: DefectAt<'response'> = {
  id: 'DEF-HTTP-HEAD-OF-A-JWS-MAY-BE-STORED',
  title: 'HEAD of a JWS has no Cache-Control, which GET has',
  family: 'methods',
  seam: 'response',
  violates: ['KRR-HTTP-003'],
  inject: (response, { request, representation }) =>
    request.method === 'HEAD' && representation === 'application/jose'
      ? withoutField(response, 'Cache-Control')
      : response,
}
