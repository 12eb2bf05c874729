import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** Without content the type falls back on what a server says of files. */
export const headHasAnotherType: DefectAt<'response'> = {
  id: 'DEF-HTTP-HEAD-HAS-ANOTHER-TYPE',
  title: 'HEAD has another Content-Type than GET',
  family: 'methods',
  seam: 'response',
  violates: ['KRR-HTTP-003'],
  inject: (response, { request }) =>
    request.method === 'HEAD'
      ? withField(response, 'Content-Type', 'application/octet-stream')
      : response,
}
