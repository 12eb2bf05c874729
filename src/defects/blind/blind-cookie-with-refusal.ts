import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

export const blindCookieWithRefusal: DefectAt<'response'> = {
  id: 'DEF-HTTP-BLIND-COOKIE-WITH-REFUSAL',
  title: 'the refusal of a PATCH begins a session',
  family: 'written blind',
  violates: ['KRR-HTTP-007'],
  seam: 'response',
  inject: (response, { request }) =>
    request.method === 'PATCH' && response.status >= 400
      ? withField(response, 'Set-Cookie', 'JSESSIONID=0A1B2C; Path=/; Secure; HttpOnly')
      : response,
}
