import type { Authentication, AuthenticationRefusal } from '../../reference/api/authenticate.ts'
import type { AuthenticationContext } from '../../reference/api/seams.ts'
import { ofFamily } from '../defect.ts'

/** Lets a token in that was refused for this reason alone; its signature and issuer are in order. */
const acceptedAlthough = (
  reason: AuthenticationRefusal,
  authentication: Authentication,
  { presented }: AuthenticationContext,
): Authentication =>
  authentication.kind === 'refused' && authentication.reason === reason && presented !== undefined
    ? { kind: 'accepted', claims: presented.claims }
    : authentication

/** Faults of tokens that were good once: expired or revoked. */
export const endedTokensDefects = ofFamily('authentication', [
  /** Signature and issuer are looked at, and the time is not. */
  {
    id: 'DEF-AUTH-EXPIRED-TOKEN-IS-ACCEPTED',
    title: 'an expired token is accepted',
    seam: 'authentication',
    violates: ['KRR-AUTH-004'],
    inject: (authentication, context) => acceptedAlthough('expired', authentication, context),
  },
  /** As where a session is made of the token when it is first seen. */
  {
    id: 'DEF-AUTH-PATCH-ACCEPTS-EXPIRED-TOKENS',
    title: 'PATCH accepts an expired token',
    seam: 'authentication',
    violates: ['KRR-AUTH-004'],
    inject: (authentication, context) =>
      context.request.method === 'PATCH'
        ? acceptedAlthough('expired', authentication, context)
        : authentication,
  },
  /** A leeway for clocks that differ, and more of it than 60 seconds. */
  {
    id: 'DEF-AUTH-EXPIRED-TOKEN-IS-ACCEPTED-FOR-90-SECONDS',
    title: 'an expired token is accepted for another 90 seconds',
    seam: 'authentication',
    violates: ['KRR-AUTH-004'],
    inject: (authentication, context) =>
      Number(context.presented?.claims['exp']) * 1_000 > context.now - 90_000
        ? acceptedAlthough('expired', authentication, context)
        : authentication,
  },
  /** Nobody asks the issuer about a token that verifies. */
  {
    id: 'DEF-AUTH-REVOKED-TOKEN-IS-ACCEPTED',
    title: 'a revoked token is accepted until it expires',
    seam: 'authentication',
    violates: [],
    observes: [{ rule: 'KRR-AUTH-015', met: 'accepted' }],
    inject: (authentication, context) => acceptedAlthough('revoked', authentication, context),
  },
  /** Who writes remembers the token from before. */
  {
    id: 'DEF-AUTH-PATCH-ACCEPTS-A-REVOKED-TOKEN',
    title: 'PATCH accepts a revoked token until it expires; GET does not',
    seam: 'authentication',
    violates: [],
    observes: [{ rule: 'KRR-AUTH-015', met: 'accepted' }],
    inject: (authentication, context) =>
      context.request.method === 'PATCH'
        ? acceptedAlthough('revoked', authentication, context)
        : authentication,
  },
])
