import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'
import { RFC_9110 } from '../sources.ts'

/** Which 4xx, and how it is told, are rules of their own (KRR-AUTH-002, KRR-AUTH-014). */
export const noCredentialsAreRefused: Rule<Refusal | RefusedWrite> = {
  id: 'KRR-AUTH-001',
  title: 'a request without credentials is refused and discloses nothing',
  level: 'MUST',
  basis: 'standard',
  citations: [
    {
      source: RFC_9110,
      section: '15.5.2',
      quote:
        'the request has not been applied because it lacks valid authentication credentials for the target resource.',
    },
  ],
  check: refused,
}
