import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** The challenge is that of a request without credentials. */
export const badTokenIsNotCalledInvalid: DefectAt<'response'> = {
  id: 'DEF-AUTH-BAD-TOKEN-IS-NOT-CALLED-INVALID',
  title: 'a bad token is told no error code',
  family: 'authentication',
  seam: 'response',
  violates: ['KRR-AUTH-014'],
  inject: (response) =>
    response.status === 401
      ? withField(response, 'WWW-Authenticate', 'Bearer realm="krr"')
      : response,
}
