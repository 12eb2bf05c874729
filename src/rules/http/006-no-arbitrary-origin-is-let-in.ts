import { type Exchange, fieldValue } from '../../evidence/exchange.ts'
import { fromWire, type Rule } from '../rule.ts'

/** What was answered to a page of an origin that nobody has registered: to its GET, or to a preflight. */
export interface CrossOriginAnswer {
  readonly origin: string
  readonly exchange: Exchange
}

/** Another origin, fixed, is the server's own business, and so is none. `null` is any sandboxed page's. */
export const noArbitraryOriginIsLetIn: Rule<CrossOriginAnswer> = {
  id: 'KRR-HTTP-006',
  title: 'CORS opens a person to no arbitrary origin',
  level: 'SHOULD',
  basis: 'standard',
  since: 2,
  cites: ['ASVS-001'],

  *check({ origin, exchange: { response } }) {
    const allowed = fieldValue(response, 'access-control-allow-origin')?.trim()
    const letIn = [origin, '*', 'null'].find((arbitrary) => arbitrary === allowed)
    if (letIn === undefined) return
    yield {
      at: 'Access-Control-Allow-Origin',
      expected: `not ${letIn === origin ? 'what Origin says' : `"${letIn}"`}`,
      actual: fromWire(letIn),
    }
    const credentials = fieldValue(response, 'access-control-allow-credentials')?.trim()
    if (credentials === 'true') {
      yield {
        at: 'Access-Control-Allow-Credentials',
        expected: 'absent',
        actual: fromWire(credentials),
      }
    }
  },
}
