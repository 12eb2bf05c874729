import type { PageOfSentences } from '../sentence.ts'
import { KRR_TOKEN_REQUEST } from '../sources.ts'

export const krrTokenRequest: PageOfSentences = {
  source: KRR_TOKEN_REQUEST,
  sentences: [
    {
      id: 'TREQ-001',
      section:
        'Forspørsel om access-token til bruk mot Oppslag ved brukerinnlogging (brukerstyrt datadeling)',
      quote:
        'For å få et access_token til Oppslag ved brukerinnlogging, må det foretas en innlogging og videre kan access token hentes fra /token-endepunktet for ID-porten',
      rules: ['KRR-OP-002', 'KRR-OP-005', 'KRR-AUTH-010'],
    },
  ],
}
