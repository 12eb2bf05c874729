import type { DefectAt } from '../defect.ts'

/** The receiver would have to know the key from elsewhere; no page says where. */
export const x5cIsMissing: DefectAt<'jws'> = {
  id: 'DEF-JWS-X5C-IS-MISSING',
  title: 'the JOSE header names alg and no key',
  family: 'JWS keys and chain',
  seam: 'jws',
  violates: ['KRR-JWS-003'],
  inject: ({ header, payload }) => ({ header: { alg: header['alg'] }, payload }),
}
