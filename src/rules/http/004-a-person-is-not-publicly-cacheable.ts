import type { Exchange } from '../../evidence/exchange.ts'
import { fieldValue } from '../../evidence/message.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'
import { RFC_9111 } from '../sources.ts'
import { cacheDirectives } from './cache-control.ts'
import { noPersonCame } from './no-person-came.ts'

/**
 * Without such a directive no shared cache reuses the answer to a request that has `Authorization`. `must-revalidate`
 * is let pass: it stands beside `no-store` in the defaults of widespread servers, and a cache has to ask first.
 */
export const aPersonIsNotPubliclyCacheable: Rule<Exchange> = {
  id: 'KRR-HTTP-004',
  title: 'no directive lets a shared cache reuse a person',
  level: 'MUST',
  basis: 'standard',
  citations: [
    {
      source: RFC_9111,
      section: '3.5',
      quote:
        'A shared cache MUST NOT use a cached response to a request with an Authorization header field (Section 11.6.2 of [HTTP]) to satisfy any subsequent request unless the response contains a Cache-Control field with a response directive (Section 5.2.2) that allows it to be stored by a shared cache',
    },
    {
      source: RFC_9111,
      section: '5.2.2.9',
      quote:
        'public permits a shared cache to reuse a response to a request containing an Authorization header field',
    },
    {
      source: RFC_9111,
      section: '5.2.2.10',
      quote:
        'This directive also permits a shared cache to reuse a response to a request containing an Authorization header field, subject to the above requirements on maximum age and revalidation',
    },
  ],
  notApplicable: noPersonCame,

  *check({ response }) {
    const directives = cacheDirectives(response)
    if (directives.has('public') || directives.has('s-maxage')) {
      yield {
        at: 'Cache-Control',
        expected: 'neither public nor s-maxage',
        actual: orAbsent(fieldValue(response, 'cache-control')),
      }
    }
  },
}
