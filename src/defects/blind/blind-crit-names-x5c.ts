import type { DefectAt } from '../defect.ts'

/** Meant well: who reads the JWS shall look at the certificate. RFC 7515, 4.1.11 forbids names of its own. */
export const blindCritNamesX5c: DefectAt<'jws'> = {
  id: 'DEF-JWS-BLIND-CRIT-NAMES-X5C',
  title: 'crit names x5c, which every verifier knows',
  family: 'written blind',
  violates: ['KRR-JWS-008'],
  seam: 'jws',
  inject: ({ header, payload }) => ({ header: { ...header, crit: ['x5c'] }, payload }),
}
