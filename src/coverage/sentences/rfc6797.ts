import { RFC_6797 } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const rfc6797: PageOfSentences = {
  source: RFC_6797,
  sentences: [
    {
      id: 'RFC6797-001',
      section: '6.1.1',
      quote: 'signals the UA to cease regarding the host as a Known HSTS Host',
      rules: ['KRR-TLS-005'],
    },
  ],
}
