import type { Source } from './register.ts'

/** A register for tests: one sentence of each kind. */
export const sampleRegister: readonly Source[] = [
  {
    name: 'Oppslag ved innlogget bruker',
    url: 'https://docs.digdir.no/docs/Kontaktregisteret/Brukerspesifikt-oppslag_rest.html',
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
    name: 'RFC 9110',
    url: 'https://www.rfc-editor.org/rfc/rfc9110',
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
