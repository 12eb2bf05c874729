import { OPPSLAGSTJENESTEN_REST } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const oppslagstjenestenRest: PageOfSentences = {
  source: OPPSLAGSTJENESTEN_REST,
  sentences: [
    {
      id: 'M2M-001',
      section: 'Tilgjenglige scopes',
      quote: 'API-responsen er avhengig av hvilke scope som er forespurt i tokenet.',
      rules: ['KRR-SCOPE-003', 'KRR-SCOPE-005', 'KRR-SCOPE-006', 'KRR-SCOPE-008'],
    },
    {
      id: 'M2M-002',
      section: 'Tilgjenglige scopes',
      quote: 'Det vil alltid returneres reservasjonsstatus for brukeren.',
      rules: ['KRR-SCOPE-001'],
    },
    {
      id: 'M2M-003',
      section: 'header-parametere',
      quote:
        'Body i requesten er en JSON-struktur med et element `personidentifikatorer` som skal inneholde en liste med inntil 1000 personidentifikatorer.',
      notTested: 'out of scope',
      why: 'it is of the machine-to-machine API',
    },
    {
      id: 'M2M-004',
      section: 'Endepunkt',
      quote:
        'Man vil oppnå vesentlig bedre ytelse (målt i personer/sekund) ved å slå opp 1000 personer 1 gang kontra 1000 enkelt-oppslag.',
      notTested: 'out of scope',
      why: 'it is of the machine-to-machine API',
    },
  ],
}
