import type { DefectAt } from '../defect.ts'

/** An extension of the register's own, which callers must not pass by. */
export const critNamesAnExtension: DefectAt<'jws'> = {
  id: 'DEF-JWS-CRIT-NAMES-AN-EXTENSION',
  title: 'crit names an extension that no page describes',
  family: 'JWS structure',
  seam: 'jws',
  violates: ['KRR-JWS-008'],
  inject: ({ header, payload }) => ({
    header: { ...header, crit: ['krr/version'], 'krr/version': 2 },
    payload,
  }),
}
