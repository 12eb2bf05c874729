import { RFC_6749 } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const rfc6749: PageOfSentences = {
  source: RFC_6749,
  sentences: [
    {
      id: 'RFC6749-001',
      section: '3.1',
      quote:
        'the authorization server MUST require the use of TLS as described in Section 1.6 when sending requests to the authorization endpoint.',
      rules: ['KRR-OP-002'],
    },
    {
      id: 'RFC6749-002',
      section: '4.1.2',
      paraphrase:
        'a code expires shortly after it was issued, at most ten minutes later is recommended',
      notTested: 'out of scope',
      why: 'ID-porten’s own, and waiting would hold a run up',
    },
    {
      id: 'RFC6749-003',
      section: '4.1.2',
      paraphrase: 'all tokens of a code that was used twice should be revoked',
      notTested: 'out of scope',
      why: 'the harness makes sure that it does not suffer from it: these logins come last',
    },
    {
      id: 'RFC6749-004',
      section: '4.1.2',
      quote: 'The exact value received from the client.',
      rules: ['KRR-OP-004'],
    },
    {
      id: 'RFC6749-005',
      section: '4.1.2',
      quote:
        'If an authorization code is used more than once, the authorization server MUST deny the request',
      rules: ['KRR-OP-011'],
    },
    {
      id: 'RFC6749-006',
      section: '5.1',
      paraphrase: 'a token response has Pragma: no-cache',
      notTested: 'out of scope',
      why: 'RFC 9111 calls that field deprecated',
    },
    {
      id: 'RFC6749-007',
      section: '5.1',
      quote: 'RECOMMENDED. The lifetime in seconds of the access token.',
      rules: ['KRR-OP-013'],
    },
    {
      id: 'RFC6749-008',
      section: '5.1',
      quote:
        'The authorization server MUST include the HTTP "Cache-Control" response header field [RFC2616] with a value of "no-store" in any response containing tokens, credentials, or other sensitive information',
      rules: ['KRR-OP-005'],
    },
    {
      id: 'RFC6749-009',
      section: '5.1',
      quote: 'Value is case insensitive.',
      rules: ['KRR-OP-005'],
    },
    {
      id: 'RFC6749-010',
      section: '5.1',
      quote: 'OPTIONAL, if identical to the scope requested by the client; otherwise, REQUIRED.',
      rules: ['KRR-OP-009'],
    },
    {
      id: 'RFC6749-011',
      section: '5.2',
      quote:
        'The authorization server responds with an HTTP 400 (Bad Request) status code (unless specified otherwise)',
      rules: ['KRR-OP-011'],
    },
    {
      id: 'RFC6749-012',
      section: '7',
      quote:
        'The resource server MUST validate the access token and ensure that it has not expired and that its scope covers the requested resource.',
      rules: ['KRR-SCOPE-008', 'KRR-SCOPE-009'],
    },
  ],
}
