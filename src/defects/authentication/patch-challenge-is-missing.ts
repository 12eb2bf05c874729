import { withoutField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** GET and PATCH are refused by different parts of the server. */
export const patchChallengeIsMissing: DefectAt<'response'> = {
  id: 'DEF-AUTH-PATCH-CHALLENGE-IS-MISSING',
  title: 'a 401 in answer to PATCH has no WWW-Authenticate',
  family: 'authentication',
  seam: 'response',
  violates: ['KRR-AUTH-002'],
  inject: (response, { request }) =>
    response.status === 401 && request.method === 'PATCH'
      ? withoutField(response, 'WWW-Authenticate')
      : response,
}
