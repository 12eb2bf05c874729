import { RFC_6750 } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const rfc6750: PageOfSentences = {
  source: RFC_6750,
  sentences: [
    {
      id: 'RFC6750-001',
      section: '2',
      quote: 'Clients MUST NOT use more than one method to transmit the token in each request.',
      notTested: 'out of scope',
      why: 'a rule for clients',
    },
    {
      id: 'RFC6750-002',
      section: '2.1',
      quote: 'Resource servers MUST support this method.',
      rules: ['KRR-AUTH-012', 'KRR-NEG-001'],
    },
    {
      id: 'RFC6750-003',
      section: '2.2',
      quote: 'Resource servers MAY support this method.',
      notTested: 'out of scope',
      why: 'a token in a form: a permission, and a GET has no form',
    },
    {
      id: 'RFC6750-004',
      section: '2.3',
      quote:
        'Server success (2XX status) responses to these requests SHOULD contain a Cache-Control header with the "private" option.',
      notTested: 'out of scope',
      why: 'only of servers that take a token from the query string; KRR-AUTH-011 reports whether this one does',
    },
    {
      id: 'RFC6750-005',
      section: '2.3',
      quote: 'it SHOULD NOT be used unless it is impossible to transport the access token',
      rules: ['KRR-AUTH-011'],
    },
    {
      id: 'RFC6750-006',
      section: '2.3',
      quote: 'Resource servers MAY support this method.',
      rules: ['KRR-AUTH-011'],
    },
    {
      id: 'RFC6750-007',
      section: '3',
      quote: 'This scheme MUST be followed by one or more auth-param values.',
      notTested: 'ambiguous',
      why: 'RFC 9110, 11.3 makes them optional, and KRR-AUTH-002 accepts the scheme alone',
    },
    {
      id: 'RFC6750-008',
      section: '3',
      quote:
        'If the protected resource request included an access token and failed authentication, the resource server SHOULD include the "error" attribute to provide the client with the reason why the access request was declined.',
      rules: ['KRR-AUTH-014'],
    },
    {
      id: 'RFC6750-009',
      section: '3',
      quote:
        'All challenges defined by this specification MUST use the auth-scheme value "Bearer".',
      rules: ['KRR-AUTH-002'],
    },
    {
      id: 'RFC6750-010',
      section: '3',
      quote:
        'If the protected resource request does not include authentication credentials or does not contain an access token that enables access to the protected resource, the resource server MUST include the HTTP "WWW-Authenticate" response header field',
      rules: ['KRR-AUTH-013'],
    },
    {
      id: 'RFC6750-011',
      section: '3.1',
      quote:
        'If the request lacks any authentication information (e.g., the client was unaware that authentication is necessary or attempted using an unsupported authentication method), the resource server SHOULD NOT include an error code or other error information.',
      rules: ['KRR-AUTH-014'],
      except: 'that there is none: an error code is accepted',
    },
    {
      id: 'RFC6750-012',
      section: '3.1',
      quote: 'The resource server SHOULD respond with the HTTP 400 (Bad Request) status code.',
      notTested: 'out of scope',
      why: 'no rule sends a malformed request of that kind',
    },
    {
      id: 'RFC6750-013',
      section: '3.1',
      quote:
        'The access token provided is expired, revoked, malformed, or invalid for other reasons.',
      rules: ['KRR-AUTH-003', 'KRR-AUTH-004', 'KRR-AUTH-014'],
    },
    {
      id: 'RFC6750-014',
      section: '3.1',
      quote: 'The resource SHOULD respond with the HTTP 401 (Unauthorized) status code.',
      rules: ['KRR-AUTH-014'],
    },
    {
      id: 'RFC6750-015',
      section: '3.1',
      quote: 'The request requires higher privileges than provided by the access token.',
      rules: ['KRR-SCOPE-010', 'KRR-SCOPE-012'],
    },
    {
      id: 'RFC6750-016',
      section: '3.1',
      quote: 'The resource server SHOULD respond with the HTTP 403 (Forbidden) status code',
      rules: ['KRR-SCOPE-010'],
    },
    {
      id: 'RFC6750-017',
      section: '5.2',
      quote:
        'The token integrity protection MUST be sufficient to prevent the token from being modified.',
      rules: ['KRR-AUTH-005', 'KRR-AUTH-006', 'KRR-AUTH-007', 'KRR-AUTH-008'],
    },
    {
      id: 'RFC6750-018',
      section: '5.2',
      quote: 'Such references MUST be infeasible for an attacker to guess',
      notTested: 'not observable from outside',
      why: 'it would take the secrets of the issuer',
    },
    {
      id: 'RFC6750-019',
      section: '5.2',
      quote:
        'To protect against token disclosure, confidentiality protection MUST be applied using TLS',
      rules: ['KRR-TLS-004'],
    },
    {
      id: 'RFC6750-020',
      section: '5.3',
      quote:
        'The client MUST validate the TLS certificate chain when making requests to protected resources.',
      rules: ['KRR-TLS-001'],
    },
    {
      id: 'RFC6750-021',
      section: '5.3',
      quote:
        'Clients MUST always use TLS [RFC5246] (https) or equivalent transport security when making requests with bearer tokens.',
      rules: ['KRR-TLS-004'],
      except: 'that clients do: plain http is asked without a token',
    },
  ],
}
