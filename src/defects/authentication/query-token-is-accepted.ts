import type { DefectAt } from '../defect.ts'

/** RFC 6750 has it as a method, and every log has the token. */
export const queryTokenIsAccepted: DefectAt<'credentials'> = {
  id: 'DEF-AUTH-QUERY-TOKEN-IS-ACCEPTED',
  title: 'a token in the query string is accepted',
  family: 'authentication',
  seam: 'credentials',
  violates: [],
  observes: [{ rule: 'KRR-AUTH-011', met: 'accepted' }],
  inject: (credentials, { request }) => {
    const token = new URLSearchParams(request.query).get('access_token')
    return credentials === undefined && token !== null ? { scheme: 'Bearer', token } : credentials
  },
}
