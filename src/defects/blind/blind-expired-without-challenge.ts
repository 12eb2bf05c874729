import { readCredentials, readToken } from '../../reference/api/authenticate.ts'
import { withoutField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

export const blindExpiredWithoutChallenge: DefectAt<'response'> = {
  id: 'DEF-AUTH-BLIND-EXPIRED-WITHOUT-CHALLENGE',
  title: 'the 401 for an expired token has no WWW-Authenticate; every other 401 has',
  family: 'written blind',
  violates: ['KRR-AUTH-002'],
  alsoTrips: ['KRR-AUTH-014'],
  seam: 'response',
  inject: (response, { request, now }) => {
    const exp = readToken(readCredentials(request))?.claims['exp']
    return response.status === 401 && typeof exp === 'number' && exp * 1000 < now
      ? withoutField(response, 'WWW-Authenticate')
      : response
  },
}
