import type { DefectAt } from '../defect.ts'
import { withClaims } from './claims.ts'

/** A signed answer that was kept for longer than it holds. */
export const expHasPassed: DefectAt<'jws'> = {
  id: 'DEF-JWS-EXP-HAS-PASSED',
  title: 'exp in the payload was ten minutes ago',
  family: 'JWS structure',
  seam: 'jws',
  violates: ['KRR-JWS-010'],
  inject: (jws, context) => withClaims(jws, context, (now) => ({ exp: now - 600 })),
}
