import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'
import { RFC_6750 } from '../sources.ts'

/** An API that takes any string for a token gives every person away. */
export const whatIsNoTokenIsRefused: Rule<Refusal | RefusedWrite> = {
  id: 'KRR-AUTH-003',
  title: 'a Bearer token that is none is refused and discloses nothing',
  level: 'MUST',
  basis: 'standard',
  citations: [
    {
      source: RFC_6750,
      section: '3.1',
      quote:
        'The access token provided is expired, revoked, malformed, or invalid for other reasons.',
    },
  ],
  check: refused,
}
