import { RFC_7636 } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const rfc7636: PageOfSentences = {
  source: RFC_7636,
  sentences: [
    {
      id: 'RFC7636-001',
      section: '4.6',
      quote:
        'If the values are not equal, an error response indicating "invalid_grant" as described in Section 5.2 of [RFC6749] MUST be returned.',
      rules: ['KRR-OP-011'],
    },
  ],
}
