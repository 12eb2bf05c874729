import type { DefectAt } from '../defect.ts'
import { withClaims } from './claims.ts'

/** NumericDate is a number of seconds (RFC 7519, 2). */
export const expIsADate: DefectAt<'jws'> = {
  id: 'DEF-JWS-EXP-IS-A-DATE',
  title: 'exp in the payload is a date in a string',
  family: 'JWS structure',
  seam: 'jws',
  violates: ['KRR-JWS-010'],
  inject: (jws, context) =>
    withClaims(jws, context, (now) => ({ exp: new Date((now + 600) * 1_000).toISOString() })),
}
