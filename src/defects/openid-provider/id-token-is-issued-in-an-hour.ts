import type { DefectAt } from '../defect.ts'

/** A clock in the wrong time zone; a lifetime of the right length. */
export const idTokenIsIssuedInAnHour: DefectAt<'idTokenClaims'> = {
  id: 'DEF-OP-ID-TOKEN-IS-ISSUED-IN-AN-HOUR',
  title: 'the ID token says that it is issued in an hour',
  family: 'OpenID provider',
  seam: 'idTokenClaims',
  violates: ['KRR-OP-006'],
  inject: ({ iat, exp, ...claims }) => ({
    ...claims,
    iat: Number(iat) + 3_600,
    exp: Number(exp) + 3_600,
  }),
}
