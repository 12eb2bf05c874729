import type { PageOfSentences } from '../sentence.ts'
import { BEGREP_HENT_PERSON_FORESPOERSEL } from '../sources.ts'

export const begrepHentPersonForespoersel: PageOfSentences = {
  source: BEGREP_HENT_PERSON_FORESPOERSEL,
  sentences: [
    {
      id: 'REQ-001',
      section: 'HentPersonForespoersel',
      quote:
        'Forespørsel sendt fra Virksomhet for å hente data om innlogget bruker fra Kontakt- og reservasjonsregisteret',
      rules: ['KRR-BODY-002'],
    },
    {
      id: 'REQ-002',
      section: 'HentPersonForespoersel',
      quote: 'Forespørselen gjelder innlogget person.',
      rules: ['KRR-BODY-002'],
    },
    {
      id: 'REQ-003',
      section: 'Eksempel på HentPersonForespoersel (REST)',
      quote: 'POST /rest/v1/personer',
      notTested: 'ambiguous',
      why: 'the example is of the machine-to-machine API: a slip of the page',
    },
  ],
}
