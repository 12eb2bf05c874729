import { RFC_7518 } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const rfc7518: PageOfSentences = {
  source: RFC_7518,
  sentences: [
    {
      id: 'RFC7518-001',
      section: '3.1',
      paraphrase: 'RS, PS and ES with SHA-256, 384 and 512 are the digital signatures of a JWS',
      rules: ['KRR-JWS-002'],
    },
    {
      id: 'RFC7518-002',
      section: '3.3',
      quote: 'A key of size 2048 bits or larger MUST be used with these algorithms.',
      rules: ['KRR-OP-003', 'KRR-JWS-005'],
    },
  ],
}
