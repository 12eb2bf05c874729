import { RFC_9111 } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const rfc9111: PageOfSentences = {
  source: RFC_9111,
  sentences: [
    {
      id: 'RFC9111-001',
      section: '3.5',
      quote:
        'A shared cache MUST NOT use a cached response to a request with an Authorization header field (Section 11.6.2 of [HTTP]) to satisfy any subsequent request unless the response contains a Cache-Control field with a response directive (Section 5.2.2) that allows it to be stored by a shared cache',
      rules: ['KRR-HTTP-004'],
    },
    {
      id: 'RFC9111-002',
      section: '5.2.2.5',
      quote:
        'The no-store response directive indicates that a cache MUST NOT store any part of either the immediate request or the response and MUST NOT use the response to satisfy any other request.',
      rules: ['KRR-HTTP-010'],
    },
    {
      id: 'RFC9111-003',
      section: '5.2.2.9',
      quote:
        'public permits a shared cache to reuse a response to a request containing an Authorization header field',
      rules: ['KRR-HTTP-004'],
    },
    {
      id: 'RFC9111-004',
      section: '5.2.2.10',
      quote:
        'This directive also permits a shared cache to reuse a response to a request containing an Authorization header field, subject to the above requirements on maximum age and revalidation',
      rules: ['KRR-HTTP-004'],
    },
  ],
}
