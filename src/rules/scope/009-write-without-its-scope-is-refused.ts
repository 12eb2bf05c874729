import type { RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'

/** Who may only read must not change a national register. */
export const writeWithoutItsScopeIsRefused: Rule<RefusedWrite> = {
  id: 'KRR-SCOPE-009',
  title: 'PATCH without spraak.write is refused and changes nothing',
  level: 'MUST',
  basis: 'documented',
  intrusive: true,
  since: 1,
  cites: ['PAGE-012', 'RFC6749-012'],

  check: refused,
}
