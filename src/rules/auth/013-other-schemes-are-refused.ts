import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'

/** What follows another scheme's name means something else, whatever it looks like. */
export const otherSchemesAreRefused: Rule<Refusal | RefusedWrite> = {
  id: 'KRR-AUTH-013',
  title: 'A valid token under another scheme is refused',
  level: 'MUST',
  basis: 'standard',
  intrusive: true,
  since: 2,
  cites: ['RFC6750-010', 'RFC9110-028'],
  check: refused,
}
