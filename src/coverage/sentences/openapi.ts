import { OPENAPI } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const openapi: PageOfSentences = {
  source: OPENAPI,
  sentences: [
    {
      id: 'OPENAPI-001',
      section: 'Responses Object',
      quote:
        'documentation is expected to cover a successful operation response and any known errors.',
      rules: ['KRR-SPEC-006'],
    },
  ],
}
