import type { DefectAt } from '../defect.ts'

/** A list that a library writes whether or not there is anything in it. */
export const critIsEmpty: DefectAt<'jws'> = {
  id: 'DEF-JWS-CRIT-IS-EMPTY',
  title: 'crit is an empty list',
  family: 'JWS structure',
  seam: 'jws',
  violates: ['KRR-JWS-008'],
  inject: ({ header, payload }) => ({ header: { ...header, crit: [] }, payload }),
}
