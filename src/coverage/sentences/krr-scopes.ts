import type { PageOfSentences } from '../sentence.ts'
import { KRR_SCOPES } from '../sources.ts'

export const krrScopes: PageOfSentences = {
  source: KRR_SCOPES,
  sentences: [
    {
      id: 'REG-001',
      section: 'Tillatte integrasjonstyper',
      quote: 'Ved Oppslag ved brukerinnlogging må du velge “Api-klient” som “Difi-tjeneste”.',
      notTested: 'out of scope',
      why: 'how a client is registered',
    },
    {
      id: 'REG-002',
      section: 'Liste over aktuelle scopes for KRR',
      quote: 'Scopes som gir krr data for innlogget bruker',
      rules: ['KRR-OP-009', 'KRR-BODY-002'],
    },
    {
      id: 'REG-003',
      section: 'Liste over aktuelle scopes for KRR',
      quote: 'Gir tilgang til /userinfo endepunktet',
      notTested: 'out of scope',
      why: 'ID-porten’s own endpoint, which no rule needs',
    },
    {
      id: 'REG-004',
      section: 'Liste over aktuelle scopes for KRR',
      quote: 'Scopes for global tilgang til krr',
      notTested: 'out of scope',
      why: 'it is of the machine-to-machine API',
    },
  ],
}
