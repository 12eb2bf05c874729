import type { DefectAt } from '../defect.ts'
import { withClaims } from '../jws-structure/claims.ts'

export const blindIatInMilliseconds: DefectAt<'jws'> = {
  id: 'DEF-JWS-BLIND-IAT-IN-MILLISECONDS',
  title: 'the payload has an iat in milliseconds since the epoch',
  family: 'written blind',
  violates: ['KRR-JWS-010'],
  seam: 'jws',
  inject: (jws, context) => withClaims(jws, context, (now) => ({ iat: now * 1_000 })),
}
