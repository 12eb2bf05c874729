import { RFC_7009 } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const rfc7009: PageOfSentences = {
  source: RFC_7009,
  sentences: [
    {
      id: 'RFC7009-001',
      section: '2.1',
      quote:
        'The invalidation takes place immediately, and the token cannot be used again after the revocation.',
      rules: ['KRR-AUTH-015'],
    },
  ],
}
