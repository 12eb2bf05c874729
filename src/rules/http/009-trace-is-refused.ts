import type { Exchange } from '../../evidence/exchange.ts'
import { fromWire, type Rule } from '../rule.ts'
import { isRefusal } from '../statuses.ts'

/** Sent without credentials, as a client must: what a server reflects could be read on the way. */
export const traceIsRefused: Rule<Exchange> = {
  id: 'KRR-HTTP-009',
  title: 'TRACE is refused',
  level: 'SHOULD',
  basis: 'assumed',
  intrusive: true,
  since: 2,
  cites: ['ASVS-003', 'RFC9110-011'],

  *check({ response: { status } }) {
    if (!isRefusal(status) && status !== 501) {
      yield { at: 'status', expected: '4xx or 501', actual: fromWire(status) }
    }
  },
}
