import { RFC_9457 } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const rfc9457: PageOfSentences = {
  source: RFC_9457,
  sentences: [
    {
      id: 'RFC9457-001',
      section: '3.1.2',
      quote:
        'Generators MUST use the same status code in the actual HTTP response, to assure that generic HTTP software that does not understand this format still behaves correctly.',
      rules: ['KRR-ERR-004'],
    },
    {
      id: 'RFC9457-002',
      section: '5',
      quote:
        'avoid making implementation details such as a stack dump available through the HTTP interface',
      rules: ['KRR-ERR-002'],
    },
    {
      id: 'RFC9457-003',
      section: '5',
      quote:
        'Risks include leaking information that can be exploited to compromise the system, access to the system, or the privacy of users of the system.',
      rules: ['KRR-ERR-003'],
    },
  ],
}
