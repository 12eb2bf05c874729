import { type Exchange, fieldValue } from '../../evidence/exchange.ts'
import { fromWire, type Rule } from '../rule.ts'

/** An empty list is one: the resource allows no method just now (RFC 9110, 10.2.1). */
export const a405CarriesAllow: Rule<Exchange> = {
  id: 'KRR-HTTP-002',
  title: 'A 405 carries Allow with the methods that are supported',
  level: 'MUST',
  basis: 'standard',
  since: 2,
  cites: ['RFC9110-029'],
  notApplicable: ({ response }) => (response.status === 405 ? undefined : 'the response is no 405'),

  *check({ request, response }) {
    if (response.status !== 405) return
    const allow = fieldValue(response, 'allow')
    if (allow === undefined) {
      yield { at: 'Allow', expected: 'the methods supported', actual: 'absent' }
    } else if (allow.split(',').some((method) => method.trim() === request.method)) {
      yield { at: 'Allow', expected: `a list without ${request.method}`, actual: fromWire(allow) }
    }
  },
}
