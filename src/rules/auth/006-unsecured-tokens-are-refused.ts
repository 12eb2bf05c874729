import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'

/** Whoever lets the token say how it is to be verified lets it say: not at all. */
export const unsecuredTokensAreRefused: Rule<Refusal | RefusedWrite> = {
  id: 'KRR-AUTH-006',
  title: 'A token with alg none is refused, and nothing is disclosed',
  level: 'MUST',
  basis: 'standard',
  intrusive: true,
  since: 2,
  cites: ['RFC8725-003', 'RFC8725-001'],
  check: refused,
}
