import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** Only what the page names was let through. */
export const headIsNotAllowed: DefectAt<'response'> = {
  id: 'DEF-HTTP-HEAD-IS-NOT-ALLOWED',
  title: 'HEAD is refused with 405',
  family: 'methods',
  seam: 'response',
  violates: ['KRR-HTTP-003'],
  inject: (response, { request }) =>
    request.method === 'HEAD'
      ? { ...withField(response, 'Allow', 'GET, PATCH, OPTIONS'), status: 405 }
      : response,
}
