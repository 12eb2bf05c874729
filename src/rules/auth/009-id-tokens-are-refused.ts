import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'
import { RFC_8725 } from '../sources.ts'

/** The same issuer signed it, for the client and not for the API: whoever sees a login could read the person. */
export const idTokensAreRefused: Rule<Refusal | RefusedWrite> = {
  id: 'KRR-AUTH-009',
  title: "an ID token in the access token's place is refused",
  level: 'MUST',
  basis: 'standard',
  intrusive: true,
  citations: [
    {
      source: RFC_8725,
      section: '3.12',
      quote:
        'the validation rules for those JWTs MUST be written such that they are mutually exclusive, rejecting JWTs of the wrong kind.',
    },
  ],
  check: refused,
}
