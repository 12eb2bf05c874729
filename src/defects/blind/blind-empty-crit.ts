import type { DefectAt } from '../defect.ts'

export const blindEmptyCrit: DefectAt<'jws'> = {
  id: 'DEF-JWS-BLIND-EMPTY-CRIT',
  title: 'the JWS has a crit that names nothing (RFC 7515, 4.1.11 forbids the empty list)',
  family: 'written blind',
  violates: ['KRR-JWS-008'],
  seam: 'jws',
  inject: ({ header, payload }) => ({ header: { ...header, crit: [] }, payload }),
}
