import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

export const blindJwsStored: DefectAt<'response'> = {
  id: 'DEF-HTTP-BLIND-JWS-STORED',
  title: 'a JWS is private for a minute and not no-store',
  family: 'written blind',
  violates: ['KRR-HTTP-010'],
  seam: 'response',
  inject: (response, { representation }) =>
    representation === 'application/jose'
      ? withField(response, 'Cache-Control', 'private, max-age=60')
      : response,
}
