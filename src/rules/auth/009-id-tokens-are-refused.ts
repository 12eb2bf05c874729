import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'

/** The same issuer signed it, for the client and not for the API: whoever sees a login could read the person. */
export const idTokensAreRefused: Rule<Refusal | RefusedWrite> = {
  id: 'KRR-AUTH-009',
  title: 'An ID token in place of the access token is refused',
  level: 'MUST',
  basis: 'standard',
  intrusive: true,
  since: 2,
  cites: ['RFC8725-008'],
  check: refused,
}
