import { RFC_8414 } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const rfc8414: PageOfSentences = {
  source: RFC_8414,
  sentences: [
    {
      id: 'RFC8414-001',
      section: '2',
      quote: 'If omitted, the authorization server does not support PKCE.',
      rules: ['KRR-OP-002'],
    },
  ],
}
