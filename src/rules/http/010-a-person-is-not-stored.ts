import { type Exchange, fieldValue } from '../../evidence/exchange.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'
import { cacheDirectives } from './cache-control.ts'
import { noPersonCame } from './no-person-came.ts'

/** `no-cache` lets a cache keep the person and ask before it is used again; only `no-store` keeps nothing. */
export const aPersonIsNotStored: Rule<Exchange> = {
  id: 'KRR-HTTP-010',
  title: 'A person comes with Cache-Control: no-store',
  level: 'SHOULD',
  basis: 'standard',
  since: 2,
  cites: ['RFC9111-002', 'ASVS-005'],
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
