import type { PageOfSentences } from '../sentence.ts'
import { KRR_UTFASA_ENDEPUNKT } from '../sources.ts'

export const krrUtfasaEndepunkt: PageOfSentences = {
  source: KRR_UTFASA_ENDEPUNKT,
  sentences: [
    {
      id: 'GONE-001',
      section: 'Oppslag ved innlogget bruker',
      quote: 'https://oidc-ver1.difi.no/kontaktinfo-oauth2-server/rest/v1/person',
      notTested: 'out of scope',
      why: 'the environment is closed: the harness refuses it and says since when',
    },
    {
      id: 'GONE-002',
      section: 'Oppslag ved innlogget bruker',
      quote: 'https://oidc-yt2.difi.eon.no/kontaktinfo-oauth2-server/rest/v1/person',
      notTested: 'out of scope',
      why: 'the environment is closed: the harness refuses it and says since when',
    },
  ],
}
