import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** As servers do unless they are told not to; the token is the session. */
export const personComesWithASession: DefectAt<'response'> = {
  id: 'DEF-HTTP-PERSON-COMES-WITH-A-SESSION',
  title: 'a person comes with a session cookie',
  family: 'caching and headers',
  seam: 'response',
  violates: ['KRR-HTTP-007'],
  inject: (response, { representation }) =>
    representation === undefined
      ? response
      : withField(response, 'Set-Cookie', 'JSESSIONID=9F2C7A10; Path=/; HttpOnly'),
}
