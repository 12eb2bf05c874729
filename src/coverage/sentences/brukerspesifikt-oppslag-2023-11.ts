import type { PageOfSentences } from '../sentence.ts'
import { BRUKERSPESIFIKT_OPPSLAG_LATER } from '../sources.ts'

export const brukerspesifiktOppslagLater: PageOfSentences = {
  source: BRUKERSPESIFIKT_OPPSLAG_LATER,
  sentences: [
    {
      id: 'LATER-001',
      section: 'Introduksjon',
      paraphrase: 'user-specific lookups are in some situations the better choice (worded anew)',
      notTested: 'out of scope',
      why: 'advice to customers',
    },
    {
      id: 'LATER-002',
      section: 'API-endepunkt',
      quote: 'https://test.kontaktregisteret.no/rest/v1/person',
      rules: ['KRR-NEG-001'],
    },
    {
      id: 'LATER-003',
      section: 'API-endepunkt',
      quote: 'https://kontaktregisteret.no/rest/v1/person',
      notTested: 'needs PROD',
      why: 'the same rules hold there, but no login of production can be automated',
    },
    {
      id: 'LATER-004',
      section: 'Swagger',
      quote: 'https://test.kontaktregisteret.no/swagger-ui/index.html',
      rules: ['KRR-SPEC-001', 'KRR-SPEC-003', 'KRR-SPEC-004'],
    },
    {
      id: 'LATER-005',
      section: 'Swagger',
      quote: 'https://kontaktregisteret.no/swagger-ui/index.html',
      notTested: 'needs PROD',
      why: 'read only where production is judged',
    },
  ],
}
