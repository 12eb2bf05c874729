import type { Refusal } from '../../evidence/refusal.ts'
import type { Rule } from '../rule.ts'
import { RFC_6750 } from '../sources.ts'
import { outcomeOf } from './let-in.ts'

/**
 * Addresses are logged everywhere. Nothing forbids an API to take a token from there; it is worth knowing. Asked by GET
 * alone: a PATCH that is let in would write after the language was put back, for what is never a deviation.
 */
export const queryTokensAreAcceptedOrNot: Rule<Pick<Refusal, 'exchange'>> = {
  id: 'KRR-AUTH-011',
  title: 'a token in the query string is accepted or not',
  level: 'INFO',
  basis: 'standard',
  intrusive: true,
  citations: [
    {
      source: RFC_6750,
      section: '2.3',
      quote: 'it SHOULD NOT be used unless it is impossible to transport the access token',
    },
    {
      source: RFC_6750,
      section: '2.3',
      quote: 'Resource servers MAY support this method.',
    },
  ],
  check: () => [],
  met: outcomeOf,
}
