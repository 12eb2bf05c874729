import type { DefectAt } from '../defect.ts'
import { acceptedAlthough } from './accepted-although.ts'

/** As where a session is made of the token when it is first seen. */
export const patchAcceptsExpiredTokens: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-PATCH-ACCEPTS-EXPIRED-TOKENS',
  title: 'PATCH accepts an expired token',
  family: 'authentication',
  seam: 'authentication',
  violates: ['KRR-AUTH-004'],
  inject: (authentication, context) =>
    context.request.method === 'PATCH'
      ? acceptedAlthough('expired', authentication, context)
      : authentication,
}
