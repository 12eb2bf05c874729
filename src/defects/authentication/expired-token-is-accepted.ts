import type { DefectAt } from '../defect.ts'
import { acceptedAlthough } from './accepted-although.ts'

/** Signature and issuer are looked at, and the time is not. */
export const expiredTokenIsAccepted: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-EXPIRED-TOKEN-IS-ACCEPTED',
  title: 'an expired token is accepted',
  family: 'authentication',
  seam: 'authentication',
  violates: ['KRR-AUTH-004'],
  inject: (authentication, context) => acceptedAlthough('expired', authentication, context),
}
