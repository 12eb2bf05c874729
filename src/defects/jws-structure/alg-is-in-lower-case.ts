import type { DefectAt } from '../defect.ts'

/** The name is case-sensitive (RFC 7515, 4.1.1), and this one is nobody's. */
export const algIsInLowerCase: DefectAt<'jws'> = {
  id: 'DEF-JWS-ALG-IS-IN-LOWER-CASE',
  title: 'alg is rs256',
  family: 'JWS structure',
  seam: 'jws',
  violates: ['KRR-JWS-002'],
  inject: ({ header, payload }) => ({ header: { ...header, alg: 'rs256' }, payload }),
}
