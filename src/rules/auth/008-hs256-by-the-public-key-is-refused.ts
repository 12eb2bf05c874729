import type { Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'
import { RFC_8725 } from '../sources.ts'

/** Everybody has the public key: where it verifies a MAC, everybody is the issuer. */
export const hs256ByThePublicKeyIsRefused: Rule<Refusal | RefusedWrite> = {
  id: 'KRR-AUTH-008',
  title: "HS256 with the issuer's public key as the secret is refused",
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
        'An "RS256" (RSA, 2048 bit) parameter value can be changed into "HS256" (HMAC, SHA-256), and some libraries would try to validate the signature using HMAC-SHA256 and using the RSA public key as the HMAC shared secret',
    },
  ],
  check: refused,
}
