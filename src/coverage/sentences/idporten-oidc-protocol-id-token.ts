import { IDPORTEN_ID_TOKEN } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const idportenIdToken: PageOfSentences = {
  source: IDPORTEN_ID_TOKEN,
  sentences: [
    {
      id: 'IDT-001',
      section: 'The id_token',
      quote:
        'It is not intended to be passed around to enable API access towards other parties/systems.',
      rules: ['KRR-AUTH-009'],
    },
    {
      id: 'IDT-002',
      section: 'Structure of an id_token',
      quote:
        'In addition, the client MUST validate that the security level (`acr`) is sufficiently high for the given service.',
      rules: ['KRR-OP-007'],
    },
    {
      id: 'IDT-003',
      section: 'Structure of an id_token',
      quote: 'The public key and the certificate must be fetched from our .well-known endpoint.',
      rules: ['KRR-OP-003', 'KRR-OP-006'],
    },
    {
      id: 'IDT-004',
      section: 'Structure of an id_token',
      quote: 'The identifier of ID-porten as can be verified on the [.well-known endpoint]',
      rules: ['KRR-OP-006'],
    },
    {
      id: 'IDT-005',
      section: 'Structure of an id_token',
      quote: '"audience" - The client_id of the client receiving this id_token',
      rules: ['KRR-OP-006'],
    },
    {
      id: 'IDT-006',
      section: 'Structure of an id_token',
      quote:
        'The value is *pairwise*, meaning a given client will always get the same value, whilst different clients do not get equal values for the same user.',
      notTested: 'out of scope',
      why: 'it takes a second client, and KRR does not go by sub',
    },
    {
      id: 'IDT-007',
      section: 'Structure of an id_token',
      quote:
        '"Personidentifikator" - the Norwegian national ID number (fødselsnummer/d-nummer) of the autenticated end user.',
      rules: ['KRR-OP-008'],
    },
    {
      id: 'IDT-008',
      section: 'Structure of an id_token',
      quote: 'Note that some eID providers (ie: foreign users) in ID-porten may not supply a pid.',
      notTested: 'out of scope',
      why: 'no test login is without one',
    },
    {
      id: 'IDT-009',
      section: 'Structure of an id_token',
      quote: 'The level MUST be validated by the client.',
      rules: ['KRR-OP-007'],
    },
    {
      id: 'IDT-010',
      section: 'Structure of an id_token',
      quote: 'Timestamp when this token was issued.',
      rules: ['KRR-OP-006'],
    },
    {
      id: 'IDT-011',
      section: 'Structure of an id_token',
      quote: 'Expire - Timestamp when this token should not be trusted any more.',
      rules: ['KRR-OP-006'],
    },
    {
      id: 'IDT-012',
      section: 'AMR values',
      quote: 'An eID for testing purposes. NOT USED IN PRODUCTION.',
      notTested: 'needs PROD',
      why: 'a test login is refused before the first request',
    },
    {
      id: 'IDT-013',
      section: 'ACR values',
      quote: 'The security level of assurance can have the following values:',
      rules: ['KRR-OP-007'],
    },
  ],
}
