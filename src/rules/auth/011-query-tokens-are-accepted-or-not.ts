import type { Refusal } from '../../evidence/refusal.ts'
import type { Rule } from '../rule.ts'
import { outcomeOf } from './let-in.ts'

/**
 * Addresses are logged everywhere. Nothing forbids an API to take a token from there; it is worth knowing. Asked by GET
 * alone: a PATCH that is let in would write after the language was put back, for what is never a deviation.
 */
export const queryTokensAreAcceptedOrNot: Rule<Pick<Refusal, 'exchange'>> = {
  id: 'KRR-AUTH-011',
  title: 'The API accepts a token in the query string, or refuses it',
  level: 'INFO',
  basis: 'standard',
  intrusive: true,
  since: 2,
  cites: ['RFC6750-005', 'RFC6750-006'],
  check: () => [],
  met: outcomeOf,
}
