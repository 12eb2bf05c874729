import type { Exchange } from '../../evidence/exchange.ts'
import { fromWire, type Rule } from '../rule.ts'

/** One of the scopes must be asked for; a token with none of them opens nothing. */
export const noKrrScopeIsRefused: Rule<Exchange> = {
  id: 'KRR-SCOPE-012',
  title: 'GET without any krr:user scope is refused with 401 or 403',
  level: 'SHOULD',
  basis: 'standard',
  since: 1,
  cites: ['RFC6750-015', 'PAGE-006'],

  *check({ response: { status } }) {
    if (status !== 401 && status !== 403) {
      yield { at: 'status', expected: '401 or 403', actual: fromWire(status) }
    }
  },

  met: ({ response: { status } }) =>
    status === 401 || status === 403 ? `refused with ${status}` : undefined,
}
