import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'

/** Key, signature and claims fit each other; only nobody trusts this issuer. */
export const tokensOfOtherIssuersAreRefused: Rule<Refusal | RefusedWrite> = {
  id: 'KRR-AUTH-010',
  title: 'A well-formed token of another issuer is refused',
  level: 'MUST',
  basis: 'standard',
  intrusive: true,
  since: 2,
  cites: ['RFC8725-006', 'RFC7519-007'],
  check: refused,
}
