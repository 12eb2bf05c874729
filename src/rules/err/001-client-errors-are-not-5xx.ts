import type { Exchange } from '../../evidence/exchange.ts'
import { fromWire, type Rule } from '../rule.ts'

/**
 * The suite hands over only answers to requests that were the client's error. A method that no page
 * documents may be unknown to the server, which then says 501 (RFC 9110, 9.1).
 */
export const clientErrorsAreNot5xx: Rule<Exchange> = {
  id: 'KRR-ERR-001',
  title: 'A client error is answered with 4xx, not 5xx',
  level: 'MUST',
  basis: 'standard',
  since: 1,
  cites: ['RFC9110-024', 'RFC9110-023'],

  *check({ request, response }) {
    const isUnknownMethod = response.status === 501 && !/^(?:GET|HEAD|PATCH)$/.test(request.method)
    if (response.status >= 500 && !isUnknownMethod) {
      yield { at: 'status', expected: 'not 5xx', actual: fromWire(response.status) }
    }
  },
}
