import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'
import { RFC_7519, RFC_8725 } from '../sources.ts'

/** Key, signature and claims fit each other; only nobody trusts this issuer. */
export const tokensOfOtherIssuersAreRefused: Rule<Refusal | RefusedWrite> = {
  id: 'KRR-AUTH-010',
  title: 'a well-formed token of another issuer is refused',
  level: 'MUST',
  basis: 'standard',
  intrusive: true,
  citations: [
    {
      source: RFC_8725,
      section: '3.8',
      quote:
        'the application MUST validate that the cryptographic keys used for the cryptographic operations in the JWT belong to the issuer.',
    },
    {
      source: RFC_7519,
      section: '7.2',
      quote: 'If any of the listed steps fail, then the JWT MUST be rejected',
    },
  ],
  check: refused,
}
