import { RFC_8725 } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const rfc8725: PageOfSentences = {
  source: RFC_8725,
  sentences: [
    {
      id: 'RFC8725-001',
      section: '2.1',
      quote:
        'The algorithm can be changed to "none" by an attacker, and some libraries would trust this value and "validate" the JWT without checking any signature.',
      rules: ['KRR-AUTH-006'],
    },
    {
      id: 'RFC8725-002',
      section: '2.1',
      quote:
        'An "RS256" (RSA, 2048 bit) parameter value can be changed into "HS256" (HMAC, SHA-256), and some libraries would try to validate the signature using HMAC-SHA256 and using the RSA public key as the HMAC shared secret',
      rules: ['KRR-AUTH-008'],
    },
    {
      id: 'RFC8725-003',
      section: '3.1',
      quote:
        'Libraries MUST enable the caller to specify a supported set of algorithms and MUST NOT use any other algorithms when performing cryptographic operations.',
      rules: ['KRR-AUTH-006', 'KRR-AUTH-008', 'KRR-JWS-002'],
    },
    {
      id: 'RFC8725-004',
      section: '3.2',
      quote:
        'applications MUST only allow the use of cryptographically current algorithms that meet the security requirements of the application.',
      rules: ['KRR-JWS-002'],
    },
    {
      id: 'RFC8725-005',
      section: '3.8',
      quote: 'If they do not, the application MUST reject the JWT.',
      rules: ['KRR-AUTH-007'],
    },
    {
      id: 'RFC8725-006',
      section: '3.8',
      quote:
        'the application MUST validate that the cryptographic keys used for the cryptographic operations in the JWT belong to the issuer.',
      rules: ['KRR-AUTH-007', 'KRR-AUTH-010'],
    },
    {
      id: 'RFC8725-007',
      section: '3.10',
      paraphrase:
        'what a token says of itself (kid, jku, x5u) is not trusted to fetch or look up keys unchecked',
      notTested: 'out of scope',
      why: 'requests that would make a shared server fetch addresses are a penetration test',
    },
    {
      id: 'RFC8725-008',
      section: '3.12',
      quote:
        'the validation rules for those JWTs MUST be written such that they are mutually exclusive, rejecting JWTs of the wrong kind.',
      rules: ['KRR-AUTH-009'],
    },
  ],
}
