import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'
import { RFC_7515, RFC_7519 } from '../sources.ts'

/** The token's header and signature are the issuer's, its claims no longer: whoever accepts it verifies nothing. */
export const alteredClaimsAreRefused: Rule<Refusal | RefusedWrite> = {
  id: 'KRR-AUTH-005',
  title: 'a token whose claims were altered is refused, discloses nothing',
  level: 'MUST',
  basis: 'standard',
  intrusive: true,
  citations: [
    {
      source: RFC_7519,
      section: '7.2',
      quote: 'If any of the listed steps fail, then the JWT MUST be rejected',
    },
    {
      source: RFC_7515,
      section: '5.2',
      quote: 'If any of the listed steps fails, then the signature or MAC cannot be validated.',
    },
  ],
  check: refused,
}
