import type { DefectAt } from '../defect.ts'
import { acceptedAlthough } from './accepted-although.ts'

/** A leeway for clocks that differ, and more of it than 60 seconds. */
export const expiredTokenIsAcceptedFor90Seconds: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-EXPIRED-TOKEN-IS-ACCEPTED-FOR-90-SECONDS',
  title: 'an expired token is accepted for another 90 seconds',
  family: 'authentication',
  seam: 'authentication',
  violates: ['KRR-AUTH-004'],
  inject: (authentication, context) =>
    Number(context.presented?.claims['exp']) * 1_000 > context.now - 90_000
      ? acceptedAlthough('expired', authentication, context)
      : authentication,
}
