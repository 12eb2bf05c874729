import type { DefectAt } from '../defect.ts'

export const blindSchemeCapitals: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-BLIND-SCHEME-CAPITALS',
  title: 'Bearer and bearer are known as schemes, BEARER is not',
  family: 'written blind',
  violates: ['KRR-AUTH-012'],
  seam: 'authentication',
  inject: (authentication, { credentials }) =>
    credentials === undefined || ['Bearer', 'bearer'].includes(credentials.scheme)
      ? authentication
      : { kind: 'refused', reason: 'other-scheme' },
}
