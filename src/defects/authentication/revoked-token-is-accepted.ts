import type { DefectAt } from '../defect.ts'
import { acceptedAlthough } from './accepted-although.ts'

/** Nobody asks the issuer about a token that verifies. */
export const revokedTokenIsAccepted: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-REVOKED-TOKEN-IS-ACCEPTED',
  title: 'a revoked token is accepted until it expires',
  family: 'authentication',
  seam: 'authentication',
  violates: [],
  observes: [{ rule: 'KRR-AUTH-015', met: 'accepted' }],
  inject: (authentication, context) => acceptedAlthough('revoked', authentication, context),
}
