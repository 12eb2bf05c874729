import { type Exchange, fieldValue } from '../../evidence/exchange.ts'
import { cacheDirectives } from '../http/cache-control.ts'
import { noPersonCame } from '../http/no-person-came.ts'
import { orAbsent } from '../or-absent.ts'
import { type Rule, unmet } from '../rule.ts'

/** A 200 to GET may be stored, by a browser at least, unless `no-store` says otherwise. */
export const varyNamesAcceptOnWhatMayBeStored: Rule<Exchange> = {
  id: 'KRR-NEG-007',
  title: 'Vary names Accept on a response that a cache may store',
  level: 'SHOULD',
  basis: 'standard',
  since: 2,
  cites: ['RFC9110-022'],
  fixedWhen: ['is-not-stored'],
  notApplicable: (exchange) =>
    noPersonCame(exchange) ??
    (cacheDirectives(exchange.response).has('no-store') ? unmet('is-not-stored') : undefined),

  *check({ response }) {
    const vary = fieldValue(response, 'vary')
    const names = vary?.split(',').map((name) => name.trim().toLowerCase())
    if (!names?.some((name) => name === 'accept' || name === '*')) {
      yield { at: 'Vary', expected: 'Accept among the names', actual: orAbsent(vary) }
    }
  },
}
