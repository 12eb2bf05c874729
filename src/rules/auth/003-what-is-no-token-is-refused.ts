import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'

/** An API that takes any string for a token gives every person away. */
export const whatIsNoTokenIsRefused: Rule<Refusal | RefusedWrite> = {
  id: 'KRR-AUTH-003',
  title: 'A malformed Bearer token is refused, and nothing is disclosed',
  level: 'MUST',
  basis: 'standard',
  since: 1,
  cites: ['RFC6750-013'],
  check: refused,
}
