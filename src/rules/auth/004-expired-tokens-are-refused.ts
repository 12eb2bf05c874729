import type { ExpiredUse } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'
import { RFC_6750, RFC_7519 } from '../sources.ts'
import { isLetIn } from './let-in.ts'

/** So long after its expiry a token may still be taken, for clocks that differ. */
export const leewayMs = 60_000

/** A token that leaked is worth nothing after its end. */
export const expiredTokensAreRefused: Rule<ExpiredUse> = {
  id: 'KRR-AUTH-004',
  title: 'an expired token is refused, at the latest after 60 s',
  level: 'MUST',
  basis: 'standard',
  citations: [
    {
      source: RFC_7519,
      section: '4.1.4',
      quote:
        'claim identifies the expiration time on or after which the JWT MUST NOT be accepted for processing.',
    },
    {
      source: RFC_7519,
      section: '4.1.4',
      quote:
        'Implementers MAY provide for some small leeway, usually no more than a few minutes, to account for clock skew.',
    },
    {
      source: RFC_6750,
      section: '3.1',
      quote:
        'The access token provided is expired, revoked, malformed, or invalid for other reasons.',
    },
  ],

  *check(use) {
    if (isLetIn(use) && use.lateByMs <= leewayMs) return
    yield* refused(use)
  },

  met: (use) =>
    isLetIn(use) ? undefined : `refused ${Math.floor(use.lateByMs / 1_000)} s after its expiry`,
}
