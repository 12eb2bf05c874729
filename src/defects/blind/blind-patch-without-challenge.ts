import { withoutField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

export const blindPatchWithoutChallenge: DefectAt<'response'> = {
  id: 'DEF-AUTH-BLIND-PATCH-WITHOUT-CHALLENGE',
  title: 'the 401 for a PATCH without credentials has no WWW-Authenticate',
  family: 'written blind',
  violates: ['KRR-AUTH-002'],
  seam: 'response',
  inject: (response, { request }) =>
    response.status === 401 &&
    request.method === 'PATCH' &&
    !request.fields.some(([name]) => name.toLowerCase() === 'authorization')
      ? withoutField(response, 'WWW-Authenticate')
      : response,
}
