import { OIDC_CORE } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const oidcCore: PageOfSentences = {
  source: OIDC_CORE,
  sentences: [
    {
      id: 'CORE-001',
      section: '3.1.2.1',
      quote:
        'The Authorization Server MUST NOT display any authentication or consent user interface pages.',
      rules: ['KRR-OP-012'],
    },
    {
      id: 'CORE-002',
      section: '3.1.3.7',
      paraphrase:
        'the ID token is signed with a key of the issuer by an algorithm that the client expects',
      rules: ['KRR-OP-006'],
    },
    {
      id: 'CORE-003',
      section: '3.1.3.7',
      paraphrase: 'iat may be used to reject tokens that were issued too far away from now',
      rules: ['KRR-OP-006'],
    },
    {
      id: 'CORE-004',
      section: '3.1.3.7',
      paraphrase: 'azp, where there are several audiences, is the client',
      notTested: 'out of scope',
      why: 'ID-porten’s ID tokens have one audience',
    },
    {
      id: 'CORE-005',
      section: '3.1.3.7',
      quote:
        'The Issuer Identifier for the OpenID Provider (which is typically obtained during Discovery) MUST exactly match the value of the iss (issuer) Claim.',
      rules: ['KRR-OP-006'],
    },
    {
      id: 'CORE-006',
      section: '3.1.3.7',
      quote:
        'The Client MUST validate that the aud (audience) Claim contains its client_id value registered at the Issuer identified by the iss (issuer) Claim as an audience.',
      rules: ['KRR-OP-006'],
    },
    {
      id: 'CORE-007',
      section: '3.1.3.7',
      quote: 'The current time MUST be before the time represented by the exp Claim.',
      rules: ['KRR-OP-006'],
    },
    {
      id: 'CORE-008',
      section: '3.1.3.7',
      quote:
        'If a nonce value was sent in the Authentication Request, a nonce Claim MUST be present and its value checked to verify that it is the same value as the one that was sent in the Authentication Request.',
      rules: ['KRR-OP-006'],
    },
    {
      id: 'CORE-009',
      section: '3.1.3.7',
      quote:
        'If the acr Claim was requested, the Client SHOULD check that the asserted Claim Value is appropriate.',
      rules: ['KRR-OP-007'],
    },
    {
      id: 'CORE-010',
      section: '3.1.3.7',
      quote:
        'The ID Token MUST be rejected if the ID Token does not list the Client as a valid audience, or if it contains additional audiences not trusted by the Client.',
      rules: ['KRR-OP-006'],
    },
  ],
}
