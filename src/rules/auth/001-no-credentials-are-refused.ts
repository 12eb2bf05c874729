import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'

/** Which 4xx, and how it is told, are rules of their own (KRR-AUTH-002, KRR-AUTH-014). */
export const noCredentialsAreRefused: Rule<Refusal | RefusedWrite> = {
  id: 'KRR-AUTH-001',
  title: 'A request without credentials is refused, and nothing is disclosed',
  level: 'MUST',
  basis: 'standard',
  since: 1,
  cites: ['RFC9110-028'],
  check: refused,
}
