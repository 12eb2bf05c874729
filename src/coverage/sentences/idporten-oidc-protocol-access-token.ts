import { IDPORTEN_ACCESS_TOKEN } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const idportenAccessToken: PageOfSentences = {
  source: IDPORTEN_ACCESS_TOKEN,
  sentences: [
    {
      id: 'ACT-001',
      section: 'Structure',
      quote: 'ID-porten issues two different types of access_tokens:',
      rules: ['KRR-OP-012'],
    },
    {
      id: 'ACT-002',
      section: 'Structure',
      quote: 'Such tokens must be validated towards the [token introspection endpoint]',
      notTested: 'not observable from outside',
      why: 'how the API looks at a token is its own affair',
    },
    {
      id: 'ACT-003',
      section: 'Structure',
      quote:
        'The token is a self-contained JWT, meaning it contains all the relevant information about the authorization (end user, scope, timestamp etc.).',
      rules: ['KRR-OP-010', 'KRR-OP-012'],
    },
    {
      id: 'ACT-004',
      section: 'Structure',
      quote: 'Such tokens should have a short lifetime',
      rules: ['KRR-OP-012'],
    },
    {
      id: 'ACT-005',
      section: '"By value" / self-contained access token',
      quote:
        'The corresponding public key and the certificate must be fetched from our .well-known endpoint.',
      rules: ['KRR-OP-003', 'KRR-AUTH-007'],
    },
    {
      id: 'ACT-006',
      section: '"By value" / self-contained access token',
      quote:
        'ID-porten will set the string value `unspecified` if no audience-restricted token was requested by the client.',
      notTested: 'ambiguous',
      why: 'another page says that aud is absent then: both are accepted',
    },
    {
      id: 'ACT-007',
      section: '"By value" / self-contained access token',
      quote: 'The client_id of the client who received this token.',
      rules: ['KRR-OP-010'],
    },
    {
      id: 'ACT-008',
      section: '"By value" / self-contained access token',
      quote:
        'The organization number, in ISO6523 notation, of the organization who is the legal consumer of the token/API.',
      notTested: 'out of scope',
      why: 'the API’s answer does not depend on it',
    },
    {
      id: 'ACT-009',
      section: '"By value" / self-contained access token',
      quote: 'A list of scopes the access_token is bound to.',
      rules: ['KRR-OP-010'],
    },
    {
      id: 'ACT-010',
      section: '"By value" / self-contained access token',
      quote: 'Note that the End User may not grant access to all scopes requested.',
      rules: ['KRR-OP-009'],
    },
    {
      id: 'ACT-011',
      section: '"By value" / self-contained access token',
      quote:
        '"Personidentifikator" - the Norwegian national ID number (fødselsnummer/d-nummer) of the autenticated end user.',
      rules: ['KRR-OP-010'],
    },
    {
      id: 'ACT-012',
      section: '"By value" / self-contained access token',
      quote: 'Not included if `no_pid` scope was requested or pre-registered on the client.',
      notTested: 'out of scope',
      why: 'the harness asks for no such scope',
    },
    {
      id: 'ACT-013',
      section: '"By value" / self-contained access token',
      quote: 'The identifier of ID-porten as can be verified on the [.well-known endpoint]',
      rules: ['KRR-OP-010', 'KRR-AUTH-010'],
    },
    {
      id: 'ACT-014',
      section: '"By value" / self-contained access token',
      quote: 'Expire - Timestamp when this token should not be trusted any more.',
      rules: ['KRR-OP-010', 'KRR-AUTH-004'],
    },
    {
      id: 'ACT-015',
      section: 'Identifying organizations',
      quote: '"ID" : "0192:991825827"',
      rules: ['KRR-JWS-007'],
      except: 'that the signing certificate of KRR is Digdir’s own: nobody says so',
    },
    {
      id: 'ACT-016',
      section: 'Access token validation',
      quote:
        '**The client and resource server MUST validate all responses from ID-porten according to the OIDC and Oauth2 standards as well as practice recommendations from the IETF.**',
      rules: ['KRR-AUTH-005', 'KRR-AUTH-006', 'KRR-AUTH-007', 'KRR-AUTH-008'],
    },
    {
      id: 'ACT-017',
      section: 'Access token validation',
      quote:
        'Access tokens must always be validated by the Resource Server / API before granting access.',
      rules: [
        'KRR-AUTH-003',
        'KRR-AUTH-004',
        'KRR-AUTH-005',
        'KRR-AUTH-006',
        'KRR-AUTH-007',
        'KRR-AUTH-008',
        'KRR-AUTH-010',
      ],
    },
  ],
}
