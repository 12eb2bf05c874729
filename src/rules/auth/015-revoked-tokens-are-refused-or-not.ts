import type { Refusal } from '../../evidence/refusal.ts'
import type { Rule } from '../rule.ts'
import { outcomeOf } from './let-in.ts'

/**
 * Whether the API asks ID-porten about a token that verifies, or trusts it until it expires. Asked by GET alone: a PATCH
 * that is let in would write after the language was put back, for what is never a deviation.
 */
export const revokedTokensAreRefusedOrNot: Rule<Pick<Refusal, 'exchange'>> = {
  id: 'KRR-AUTH-015',
  title: 'A revoked token is refused at once, or accepted until it expires',
  level: 'INFO',
  basis: 'documented',
  since: 2,
  cites: ['REV-001', 'RFC7009-001'],
  check: () => [],
  met: outcomeOf,
}
