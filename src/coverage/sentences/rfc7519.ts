import { RFC_7519 } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const rfc7519: PageOfSentences = {
  source: RFC_7519,
  sentences: [
    {
      id: 'RFC7519-001',
      section: '4.1',
      quote:
        'None of the claims defined below are intended to be mandatory to use or implement in all cases',
      rules: ['KRR-JWS-009'],
    },
    {
      id: 'RFC7519-002',
      section: '4.1.3',
      paraphrase: 'a token whose aud does not name the recipient is rejected where aud is there',
      notTested: 'ambiguous',
      why: 'what aud KRR expects is not said, and ID-porten’s tokens may have none',
    },
    {
      id: 'RFC7519-003',
      section: '4.1.4',
      quote:
        'claim identifies the expiration time on or after which the JWT MUST NOT be accepted for processing.',
      rules: ['KRR-AUTH-004', 'KRR-JWS-010'],
    },
    {
      id: 'RFC7519-004',
      section: '4.1.4',
      quote:
        'Implementers MAY provide for some small leeway, usually no more than a few minutes, to account for clock skew.',
      rules: ['KRR-AUTH-004'],
    },
    {
      id: 'RFC7519-005',
      section: '4.1.5',
      quote: 'claim identifies the time before which the JWT MUST NOT be accepted for processing.',
      rules: ['KRR-JWS-010'],
    },
    {
      id: 'RFC7519-006',
      section: '4.1.6',
      quote: 'claim identifies the time at which the JWT was issued.',
      rules: ['KRR-JWS-010'],
    },
    {
      id: 'RFC7519-007',
      section: '7.2',
      quote: 'If any of the listed steps fail, then the JWT MUST be rejected',
      rules: ['KRR-AUTH-005', 'KRR-AUTH-010'],
    },
  ],
}
