import type { DefectAt } from '../defect.ts'
import { withClaims } from './claims.ts'

/** An hour of summer time, added once too often. */
export const nbfIsInAnHour: DefectAt<'jws'> = {
  id: 'DEF-JWS-NBF-IS-IN-AN-HOUR',
  title: 'nbf in the payload is in an hour',
  family: 'JWS structure',
  seam: 'jws',
  violates: ['KRR-JWS-010'],
  inject: (jws, context) => withClaims(jws, context, (now) => ({ nbf: now + 3_600 })),
}
