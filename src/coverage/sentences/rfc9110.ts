import { RFC_9110 } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const rfc9110: PageOfSentences = {
  source: RFC_9110,
  sentences: [
    {
      id: 'RFC9110-001',
      section: '4.2.2',
      quote:
        'A client MUST ensure that its HTTP requests for an "https" resource are secured, prior to being communicated, and that it only accepts secured responses to those requests.',
      rules: ['KRR-TLS-001', 'KRR-TLS-004'],
    },
    {
      id: 'RFC9110-002',
      section: '4.3.4',
      quote:
        "a client MUST verify that the service's identity is an acceptable match for the URI's origin server.",
      rules: ['KRR-TLS-001'],
    },
    {
      id: 'RFC9110-003',
      section: '8.4',
      quote:
        'what decoding mechanisms have to be applied in order to obtain data in the media type referenced by the Content-Type header field.',
      rules: ['KRR-NEG-008'],
    },
    {
      id: 'RFC9110-004',
      section: '9.1',
      quote: 'All general-purpose servers MUST support the methods GET and HEAD.',
      rules: ['KRR-HTTP-003'],
    },
    {
      id: 'RFC9110-005',
      section: '9.1',
      quote:
        'An origin server that receives a request method that is recognized and implemented, but not allowed for the target resource, SHOULD respond with the 405 (Method Not Allowed) status code.',
      rules: ['KRR-HTTP-001', 'KRR-HTTP-002'],
      except: 'that it is 405: other refusals are accepted',
    },
    {
      id: 'RFC9110-006',
      section: '9.1',
      quote:
        'An origin server that receives a request method that is unrecognized or not implemented SHOULD respond with the 501 (Not Implemented) status code.',
      rules: ['KRR-HTTP-001'],
    },
    {
      id: 'RFC9110-007',
      section: '9.2.2',
      quote:
        'the intended effect on the server of multiple identical requests with that method is the same as the effect for a single such request.',
      rules: ['KRR-PATCH-006'],
    },
    {
      id: 'RFC9110-008',
      section: '9.3.2',
      quote:
        'The HEAD method is identical to GET except that the server MUST NOT send content in the response.',
      rules: ['KRR-HTTP-003'],
    },
    {
      id: 'RFC9110-009',
      section: '9.3.2',
      quote:
        'The server SHOULD send the same header fields in response to a HEAD request as it would have sent if the request method had been GET.',
      rules: ['KRR-HTTP-003'],
    },
    {
      id: 'RFC9110-010',
      section: '9.3.8',
      quote:
        'The final recipient of the request SHOULD exclude any request fields that are likely to contain sensitive data when that recipient generates the response content.',
      rules: ['KRR-HTTP-009'],
    },
    {
      id: 'RFC9110-011',
      section: '9.3.8',
      quote:
        'A client MUST NOT generate fields in a TRACE request containing sensitive data that might be disclosed by the response.',
      rules: ['KRR-HTTP-009'],
    },
    {
      id: 'RFC9110-012',
      section: '10.2.4',
      quote:
        'An origin server SHOULD NOT generate a Server header field containing needlessly fine-grained detail',
      rules: ['KRR-HTTP-008'],
      except: 'what is needless: the field is reported',
    },
    {
      id: 'RFC9110-013',
      section: '10.2.4',
      quote:
        'The "Server" header field contains information about the software used by the origin server to handle the request',
      rules: ['KRR-HTTP-008'],
    },
    {
      id: 'RFC9110-014',
      section: '11.1',
      quote: 'It uses a case-insensitive token to identify the authentication scheme',
      rules: ['KRR-AUTH-012'],
    },
    {
      id: 'RFC9110-015',
      section: '11.6.1',
      quote:
        'A server MAY generate a WWW-Authenticate header field in other response messages to indicate that supplying credentials (or different credentials) might affect the response.',
      notTested: 'out of scope',
      why: 'a permission',
    },
    {
      id: 'RFC9110-016',
      section: '11.6.1',
      quote:
        'A server generating a 401 (Unauthorized) response MUST send a WWW-Authenticate header field containing at least one challenge.',
      rules: ['KRR-AUTH-002'],
    },
    {
      id: 'RFC9110-017',
      section: '12.4.1',
      quote:
        'the origin server can either honor the header field by sending a 406 (Not Acceptable) response or disregard the header field by treating the response as if it is not subject to content negotiation for that request header field.',
      rules: ['KRR-NEG-006'],
    },
    {
      id: 'RFC9110-018',
      section: '12.4.1',
      quote:
        'a request that does not contain the field implies that the sender has no preference on that dimension of negotiation.',
      rules: ['KRR-NEG-004'],
    },
    {
      id: 'RFC9110-019',
      section: '12.4.2',
      quote:
        'The weight is normalized to a real number in the range 0 through 1, where 0.001 is the least preferred and 1 is the most preferred; a value of 0 means "not acceptable".',
      rules: ['KRR-NEG-005'],
    },
    {
      id: 'RFC9110-020',
      section: '12.5.1',
      quote:
        'The media type quality factor associated with a given type is determined by finding the media range with the highest precedence that matches the type.',
      rules: ['KRR-NEG-005'],
    },
    {
      id: 'RFC9110-021',
      section: '12.5.3',
      quote:
        "If the representation's content coding is one of the content codings listed in the Accept-Encoding field value, then it is acceptable unless it is accompanied by a qvalue of 0.",
      rules: ['KRR-NEG-008'],
    },
    {
      id: 'RFC9110-022',
      section: '12.5.5',
      quote:
        'An origin server SHOULD generate a Vary header field on a cacheable response when it wishes that response to be selectively reused for subsequent requests.',
      rules: ['KRR-NEG-007'],
    },
    {
      id: 'RFC9110-023',
      section: '15',
      quote: 'The server failed to fulfill an apparently valid request',
      rules: ['KRR-ERR-001'],
    },
    {
      id: 'RFC9110-024',
      section: '15.5',
      quote: 'class of status code indicates that the client seems to have erred.',
      rules: ['KRR-PATCH-012', 'KRR-ERR-001'],
    },
    {
      id: 'RFC9110-025',
      section: '15.5',
      quote:
        'the server SHOULD send a representation containing an explanation of the error situation, and whether it is a temporary or permanent condition.',
      rules: ['KRR-ERR-004'],
    },
    {
      id: 'RFC9110-026',
      section: '15.5.2',
      quote:
        'The server generating a 401 response MUST send a WWW-Authenticate header field (Section 11.6.1) containing at least one challenge applicable to the target resource.',
      rules: ['KRR-AUTH-002'],
    },
    {
      id: 'RFC9110-027',
      section: '15.5.2',
      quote:
        'If the request included authentication credentials, then the 401 response indicates that authorization has been refused for those credentials.',
      rules: ['KRR-AUTH-014'],
    },
    {
      id: 'RFC9110-028',
      section: '15.5.2',
      quote:
        'the request has not been applied because it lacks valid authentication credentials for the target resource.',
      rules: ['KRR-AUTH-001', 'KRR-AUTH-013', 'KRR-AUTH-014'],
    },
    {
      id: 'RFC9110-029',
      section: '15.5.6',
      quote:
        "The origin server MUST generate an Allow header field in a 405 response containing a list of the target resource's currently supported methods.",
      rules: ['KRR-HTTP-002'],
    },
    {
      id: 'RFC9110-030',
      section: '15.5.7',
      quote:
        'The server SHOULD generate content containing a list of available representation characteristics and corresponding resource identifiers from which the user or user agent can choose the one most appropriate.',
      notTested: 'out of scope',
      why: 'the two representations have one address',
    },
    {
      id: 'RFC9110-031',
      section: '15.5.7',
      quote: 'the server is unwilling to supply a default representation.',
      rules: ['KRR-NEG-006'],
    },
    {
      id: 'RFC9110-032',
      section: '15.5.14',
      quote:
        'The server MAY terminate the request, if the protocol version in use allows it; otherwise, the server MAY close the connection.',
      rules: ['KRR-PATCH-012'],
    },
  ],
}
