import { BEGREP_HENT_PERSON_RESPONS } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const begrepHentPersonRespons: PageOfSentences = {
  source: BEGREP_HENT_PERSON_RESPONS,
  sentences: [
    {
      id: 'RESP-001',
      section: 'HentPersonRespons',
      quote: 'Respons gjelder innlogget person som accesstokenet er knyttet til.',
      rules: ['KRR-BODY-002', 'KRR-BODY-022', 'KRR-PATCH-003'],
    },
    {
      id: 'RESP-002',
      section: 'Eksempel på HentPersonRespons (REST)',
      paraphrase: 'the members of a person and of its two objects by name, every leaf a string',
      rules: ['KRR-SPEC-005', 'KRR-BODY-001', 'KRR-BODY-021'],
    },
  ],
}
