import { type Exchange, fieldValue } from '../../evidence/exchange.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'
import { cacheDirectives } from './cache-control.ts'
import { noPersonCame } from './no-person-came.ts'

/**
 * Without such a directive no shared cache reuses the answer to a request that has `Authorization`. `must-revalidate`
 * is let pass: it stands beside `no-store` in the defaults of widespread servers, and a cache has to ask first.
 */
export const aPersonIsNotPubliclyCacheable: Rule<Exchange> = {
  id: 'KRR-HTTP-004',
  title: 'No directive lets a shared cache reuse a person',
  level: 'MUST',
  basis: 'standard',
  since: 2,
  cites: ['RFC9111-001', 'RFC9111-003', 'RFC9111-004'],
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
