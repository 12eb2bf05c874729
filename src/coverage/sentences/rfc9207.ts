import { RFC_9207 } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const rfc9207: PageOfSentences = {
  source: RFC_9207,
  sentences: [
    {
      id: 'RFC9207-001',
      section: '2',
      quote:
        'an authorization server supporting this specification MUST indicate its identity by including the iss parameter in the response.',
      rules: ['KRR-OP-004'],
    },
  ],
}
