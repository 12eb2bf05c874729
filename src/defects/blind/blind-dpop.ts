import type { DefectAt } from '../defect.ts'

export const blindDpop: DefectAt<'credentials'> = {
  id: 'DEF-AUTH-BLIND-DPOP',
  title: 'a Bearer token is taken under the scheme DPoP too, without any proof',
  family: 'written blind',
  violates: ['KRR-AUTH-013'],
  seam: 'credentials',
  inject: (credentials) =>
    credentials?.scheme === 'DPoP' ? { ...credentials, scheme: 'Bearer' } : credentials,
}
