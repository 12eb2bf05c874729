import type { DefectAt } from '../defect.ts'
import { acceptedAlthough } from './accepted-although.ts'

/** Who writes remembers the token from before. */
export const patchAcceptsARevokedToken: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-PATCH-ACCEPTS-A-REVOKED-TOKEN',
  title: 'PATCH accepts a revoked token until it expires; GET does not',
  family: 'authentication',
  seam: 'authentication',
  violates: [],
  observes: [{ rule: 'KRR-AUTH-015', met: 'accepted' }],
  inject: (authentication, context) =>
    context.request.method === 'PATCH'
      ? acceptedAlthough('revoked', authentication, context)
      : authentication,
}
