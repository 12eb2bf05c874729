import type { Exchange } from '../../evidence/exchange.ts'
import { fieldValue } from '../../evidence/message.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'
import { OWASP_ASVS, RFC_9111 } from '../sources.ts'
import { cacheDirectives } from './cache-control.ts'
import { noPersonCame } from './no-person-came.ts'

/** `no-cache` lets a cache keep the person and ask before it is used again; only `no-store` keeps nothing. */
export const aPersonIsNotStored: Rule<Exchange> = {
  id: 'KRR-HTTP-010',
  title: 'a person comes with Cache-Control: no-store',
  level: 'SHOULD',
  basis: 'standard',
  citations: [
    {
      source: RFC_9111,
      section: '5.2.2.5',
      quote:
        'The no-store response directive indicates that a cache MUST NOT store any part of either the immediate request or the response and MUST NOT use the response to satisfy any other request.',
    },
    {
      source: OWASP_ASVS,
      section: 'V14.3.2',
      quote:
        'Verify that the application sets sufficient anti-caching HTTP response header fields (i.e., Cache-Control: no-store) so that sensitive data is not cached in browsers.',
    },
  ],
  notApplicable: noPersonCame,

  *check({ response }) {
    if (!cacheDirectives(response).has('no-store')) {
      yield {
        at: 'Cache-Control',
        expected: 'no-store',
        actual: orAbsent(fieldValue(response, 'cache-control')),
      }
    }
  },
}
