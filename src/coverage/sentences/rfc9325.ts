import { RFC_9325 } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const rfc9325: PageOfSentences = {
  source: RFC_9325,
  sentences: [
    {
      id: 'RFC9325-001',
      section: '3.1.1',
      quote:
        'Implementations SHOULD support TLS 1.3 [RFC8446] and, if implemented, MUST prefer to negotiate TLS 1.3 over earlier versions of TLS.',
      rules: ['KRR-TLS-006'],
    },
  ],
}
