import { RFC_8259 } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const rfc8259: PageOfSentences = {
  source: RFC_8259,
  sentences: [
    {
      id: 'RFC8259-001',
      section: '2',
      paraphrase: 'a JSON text is one value, with white space around it and nothing else',
      rules: ['KRR-BODY-019'],
    },
    {
      id: 'RFC8259-002',
      section: '4',
      quote: 'The names within an object SHOULD be unique.',
      rules: ['KRR-BODY-023'],
    },
    {
      id: 'RFC8259-003',
      section: '8.1',
      quote:
        'JSON text exchanged between systems that are not part of a closed ecosystem MUST be encoded using UTF-8',
      rules: ['KRR-BODY-019'],
    },
    {
      id: 'RFC8259-004',
      section: '8.1',
      quote:
        'Implementations MUST NOT add a byte order mark (U+FEFF) to the beginning of a networked-transmitted JSON text.',
      rules: ['KRR-BODY-019'],
    },
  ],
}
