import type { Refusal } from '../../evidence/refusal.ts'
import { fromWire, type Rule } from '../rule.ts'
import { isLetIn } from './let-in.ts'

/** The suite sends `bEARER` with a token that was accepted after `Bearer`: no list of usual spellings has it. */
export const theSchemeIsCaseInsensitive: Rule<Pick<Refusal, 'exchange'>> = {
  id: 'KRR-AUTH-012',
  title: "The scheme's name is matched case-insensitively",
  level: 'SHOULD',
  basis: 'standard',
  since: 2,
  cites: ['RFC9110-014'],

  *check(answered) {
    if (isLetIn(answered)) return
    const { status } = answered.exchange.response
    yield { at: 'status', expected: 'a success, as with "Bearer"', actual: fromWire(status) }
  },
}
