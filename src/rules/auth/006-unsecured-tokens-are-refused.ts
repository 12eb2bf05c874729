import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'
import { RFC_8725 } from '../sources.ts'

/** Whoever lets the token say how it is to be verified lets it say: not at all. */
export const unsecuredTokensAreRefused: Rule<Refusal | RefusedWrite> = {
  id: 'KRR-AUTH-006',
  title: 'a token with alg none is refused and discloses nothing',
  level: 'MUST',
  basis: 'standard',
  intrusive: true,
  citations: [
    {
      source: RFC_8725,
      section: '3.1',
      quote:
        'Libraries MUST enable the caller to specify a supported set of algorithms and MUST NOT use any other algorithms when performing cryptographic operations.',
    },
    {
      source: RFC_8725,
      section: '2.1',
      quote:
        'The algorithm can be changed to "none" by an attacker, and some libraries would trust this value and "validate" the JWT without checking any signature.',
    },
  ],
  check: refused,
}
