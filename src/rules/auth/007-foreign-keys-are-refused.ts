import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'
import { RFC_8725 } from '../sources.ts'

/** The signature is in order. What a token says of its key (`kid`, `jwk`, `x5c`) makes that key nobody's. */
export const foreignKeysAreRefused: Rule<Refusal | RefusedWrite> = {
  id: 'KRR-AUTH-007',
  title: "a token signed by a key not the issuer's is refused",
  level: 'MUST',
  basis: 'standard',
  intrusive: true,
  citations: [
    {
      source: RFC_8725,
      section: '3.8',
      quote: 'If they do not, the application MUST reject the JWT.',
    },
    {
      source: RFC_8725,
      section: '3.8',
      quote:
        'the application MUST validate that the cryptographic keys used for the cryptographic operations in the JWT belong to the issuer.',
    },
  ],
  check: refused,
}
