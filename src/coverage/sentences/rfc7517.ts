import { RFC_7517 } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const rfc7517: PageOfSentences = {
  source: RFC_7517,
  sentences: [
    {
      id: 'RFC7517-001',
      section: '4.5',
      quote:
        'When "kid" values are used within a JWK Set, different keys within the JWK Set SHOULD use distinct "kid" values.',
      rules: ['KRR-OP-013'],
    },
    {
      id: 'RFC7517-002',
      section: '4.5',
      quote:
        '(One example in which different keys might use the same "kid" value is if they have different "kty" (key type) values but are considered to be equivalent alternatives by the application using them.)',
      rules: ['KRR-OP-013'],
    },
  ],
}
