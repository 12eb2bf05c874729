import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'

/** The token's header and signature are the issuer's, its claims no longer: whoever accepts it verifies nothing. */
export const alteredClaimsAreRefused: Rule<Refusal | RefusedWrite> = {
  id: 'KRR-AUTH-005',
  title: 'A token with altered claims is refused, and nothing is disclosed',
  level: 'MUST',
  basis: 'standard',
  intrusive: true,
  since: 1,
  cites: ['RFC7519-007', 'RFC7515-010'],
  check: refused,
}
