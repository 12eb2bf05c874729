import type { ExpiredUse } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'
import { isLetIn } from './let-in.ts'

/** So long after its expiry a token may still be taken, for clocks that differ. */
export const leewayMs = 60_000

/** A token that leaked is worth nothing after its end. */
export const expiredTokensAreRefused: Rule<ExpiredUse> = {
  id: 'KRR-AUTH-004',
  title: 'An expired token is refused, at the latest after 60 s',
  level: 'MUST',
  basis: 'standard',
  since: 2,
  cites: ['RFC7519-003', 'RFC7519-004', 'RFC6750-013'],

  *check(use) {
    if (isLetIn(use) && use.lateByMs <= leewayMs) return
    yield* refused(use)
  },

  met: (use) =>
    isLetIn(use) ? undefined : `refused ${Math.floor(use.lateByMs / 1_000)} s after its expiry`,
}
