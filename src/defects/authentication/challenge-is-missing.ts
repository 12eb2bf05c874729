import { withoutField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** RFC 9110, 11.6.1 demands it of every 401. */
export const challengeIsMissing: DefectAt<'response'> = {
  id: 'DEF-AUTH-CHALLENGE-IS-MISSING',
  title: 'a 401 has no WWW-Authenticate',
  family: 'authentication',
  seam: 'response',
  violates: ['KRR-AUTH-002'],
  inject: (response) =>
    response.status === 401 ? withoutField(response, 'WWW-Authenticate') : response,
}
