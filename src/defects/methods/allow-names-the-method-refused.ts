import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** The list is that of the framework and not of the resource. */
export const allowNamesTheMethodRefused: DefectAt<'response'> = {
  id: 'DEF-HTTP-ALLOW-NAMES-THE-METHOD-REFUSED',
  title: 'the Allow of a 405 names the method that was refused',
  family: 'methods',
  seam: 'response',
  violates: ['KRR-HTTP-002'],
  inject: (response, { request }) =>
    response.status === 405
      ? withField(response, 'Allow', `GET, HEAD, PATCH, OPTIONS, ${request.method}`)
      : response,
}
