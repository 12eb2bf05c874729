import { RFC_8996 } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const rfc8996: PageOfSentences = {
  source: RFC_8996,
  sentences: [
    { id: 'RFC8996-001', section: '4', quote: 'TLS 1.0 MUST NOT be used.', rules: ['KRR-TLS-002'] },
    { id: 'RFC8996-002', section: '5', quote: 'TLS 1.1 MUST NOT be used.', rules: ['KRR-TLS-002'] },
  ],
}
