import type { PageOfSentences } from '../sentence.ts'
import { IDPORTEN_WELLKNOWN } from '../sources.ts'

export const idportenWellKnown: PageOfSentences = {
  source: IDPORTEN_WELLKNOWN,
  sentences: [
    {
      id: 'META-001',
      section: 'Well-known endepunkt',
      quote: 'Metadata om ID-porten er tilgjengelig på vårt .well-known-endepunkt',
      rules: ['KRR-OP-001', 'KRR-OP-002'],
    },
    {
      id: 'META-002',
      section: 'Well-known endepunkt',
      quote:
        'På endepunktet finner du lenke til vårt JWK-endepunkt, der ID-portens signeringssertifikat publiseres.',
      rules: ['KRR-OP-003', 'KRR-OP-006'],
    },
    {
      id: 'META-003',
      section: 'Well-known endepunkt',
      quote: '`https://test.idporten.no`',
      rules: ['KRR-OP-001'],
    },
    {
      id: 'META-004',
      section: 'Well-known endepunkt',
      quote: '`https://idporten.no`',
      notTested: 'needs PROD',
      why: 'judged only where production is',
    },
    {
      id: 'META-005',
      section: 'Well-known endepunkt',
      quote:
        'Disse metadata skal caches i din egen løsning, typisk er 24 timer en passende levetid.',
      notTested: 'out of scope',
      why: 'advice to clients',
    },
  ],
}
