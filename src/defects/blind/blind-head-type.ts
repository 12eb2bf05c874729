import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

export const blindHeadType: DefectAt<'response'> = {
  id: 'DEF-HTTP-BLIND-HEAD-TYPE',
  title: 'HEAD for application/jose says application/json',
  family: 'written blind',
  violates: ['KRR-HTTP-003'],
  seam: 'response',
  inject: (response, { request, representation }) =>
    request.method === 'HEAD' && representation === 'application/jose'
      ? withField(response, 'Content-Type', 'application/json')
      : response,
}
