import type { PageOfSentences } from '../sentence.ts'
import { IDPORTEN_OAUTH2 } from '../sources.ts'

export const idportenOauth2: PageOfSentences = {
  source: IDPORTEN_OAUTH2,
  sentences: [
    {
      id: 'SHARE-001',
      section: 'Overordna beskrivelse av scenariet',
      quote:
        'Klienten må vite hvilke(t) scope som hører til den aktuelle API-operasjonen, og må forespørre dette scopet i autorisasjonsforespørselen.',
      rules: ['KRR-SCOPE-009', 'KRR-SCOPE-012'],
    },
    {
      id: 'SHARE-002',
      section: 'Overordna beskrivelse av scenariet',
      quote:
        'Dersom scopet har egenskapen `requires_user_consent` satt, vil ID-porten vise en enkel godkjennings-dialog til innbygger når autentisering er fullført.',
      notTested: 'ambiguous',
      why: 'whether KRR’s scopes have it is not said: the login takes either',
    },
    {
      id: 'SHARE-003',
      section: 'Overordna beskrivelse av scenariet',
      quote:
        'Dersom brukeren ikke godtar, vil det aktuelle scopet ikke bli inkludert i access_tokenet',
      rules: ['KRR-OP-009'],
    },
    {
      id: 'SHARE-004',
      section: 'Beskrivelse av Oauth2-flyten',
      quote:
        "For å sikre at autentisering-oppførselen blir ihht. OpenID Connect-spesifikasjonen **må** man benytte 'openid'-scopet",
      rules: ['KRR-OP-006'],
    },
  ],
}
