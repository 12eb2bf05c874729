import type { DefectAt } from '../defect.ts'

/** The standard has it case-insensitive since 1999; `startsWith` has not. */
export const schemeIsComparedExactly: DefectAt<'credentials'> = {
  id: 'DEF-AUTH-SCHEME-IS-COMPARED-EXACTLY',
  title: 'the scheme is taken for another unless it is written Bearer',
  family: 'authentication',
  seam: 'credentials',
  violates: ['KRR-AUTH-012'],
  inject: (credentials) =>
    credentials === undefined || credentials.scheme === 'Bearer'
      ? credentials
      : { ...credentials, scheme: `other than ${credentials.scheme}` },
}
