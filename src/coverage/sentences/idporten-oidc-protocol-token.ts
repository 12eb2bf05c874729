import type { PageOfSentences } from '../sentence.ts'
import { IDPORTEN_TOKEN } from '../sources.ts'

export const idportenToken: PageOfSentences = {
  source: IDPORTEN_TOKEN,
  sentences: [
    {
      id: 'TOK-001',
      section: 'Request parameters when using `authorization_code` grant',
      quote: 'Must be the same value as was used in the corresponding authentication request.',
      notTested: 'out of scope',
      why: 'ID-porten’s own check of its clients',
    },
    {
      id: 'TOK-002',
      section: 'Client authentication',
      quote: 'ID-porten supports four client authentication methods:',
      notTested: 'out of scope',
      why: 'how a client is registered',
    },
    {
      id: 'TOK-003',
      section: 'Response',
      quote:
        'An Oauth2 access token, either by reference or as a JWT depending on which scopes was requested and/or client registration properties.',
      rules: ['KRR-OP-010', 'KRR-OP-012'],
    },
    {
      id: 'TOK-004',
      section: 'Response',
      quote: 'Number of seconds until this access_token is no longer valid',
      rules: ['KRR-OP-013', 'KRR-AUTH-004'],
    },
    {
      id: 'TOK-005',
      section: 'Response',
      quote: "An OpenID Connect id_token. Only returned if 'openid' scope was requested.",
      rules: ['KRR-OP-006'],
      except: 'that there is none without it',
    },
    {
      id: 'TOK-006',
      section: 'Response',
      quote: 'The list of scopes issued in the access token.',
      rules: ['KRR-OP-009', 'KRR-OP-010'],
    },
    {
      id: 'TOK-007',
      section: 'Response',
      quote:
        'Included for convenience only, and should not be trusted for access control decisions.',
      notTested: 'out of scope',
      why: 'advice to clients',
    },
    { id: 'TOK-008', section: 'Response', quote: '"token_type" : "Bearer"', rules: ['KRR-OP-005'] },
    {
      id: 'TOK-009',
      section: 'The access token',
      quote:
        'The access_token enables the client to access APIs on behalf of the authenticated user.',
      rules: ['KRR-BODY-002', 'KRR-NEG-001'],
    },
  ],
}
