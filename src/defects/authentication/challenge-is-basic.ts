import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** A challenge there is; a browser would ask the person for a password. */
export const challengeIsBasic: DefectAt<'response'> = {
  id: 'DEF-AUTH-CHALLENGE-IS-BASIC',
  title: 'a 401 asks for Basic authentication',
  family: 'authentication',
  seam: 'response',
  violates: ['KRR-AUTH-002'],
  inject: (response) =>
    response.status === 401
      ? withField(response, 'WWW-Authenticate', 'Basic realm="krr"')
      : response,
}
