import { BRUKERSPESIFIKT_OPPSLAG, RFC_9110 } from '../rules/sources.ts'
import type { PageOfSentences } from './sentence.ts'

/** A register for tests: one sentence of each kind. */
export const sampleRegister: readonly PageOfSentences[] = [
  {
    source: BRUKERSPESIFIKT_OPPSLAG,
    sentences: [
      {
        id: 'PAGE-001',
        section: 'Bruk av Oauth2',
        quote: 'Returnerer adresse | for *digital* post til innbygger',
        rules: ['KRR-SCOPE-004', 'KRR-SCOPE-005'],
        except: 'what nobody has',
      },
      {
        id: 'PAGE-002',
        section: 'API-endepunkt',
        quote: `https://kontaktregisteret.no/${'rest/'.repeat(30)}`,
        notTested: 'needs PROD',
        why: 'no login can be automated there',
      },
    ],
  },
  {
    source: RFC_9110,
    sentences: [
      {
        id: 'RFC9110-001',
        section: '15.5.6',
        paraphrase: 'what is not allowed is named',
        rules: ['KRR-HTTP-002'],
      },
    ],
  },
]
