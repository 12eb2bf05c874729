import type { Exchange } from '../../evidence/exchange.ts'
import { fromWire, type Rule } from '../rule.ts'
import { OWASP_ASVS, RFC_9110 } from '../sources.ts'
import { isRefusal } from '../statuses.ts'

/** Sent without credentials, as a client must: what a server reflects could be read on the way. */
export const traceIsRefused: Rule<Exchange> = {
  id: 'KRR-HTTP-009',
  title: 'TRACE is refused',
  level: 'SHOULD',
  basis: 'assumed',
  intrusive: true,
  citations: [
    {
      source: OWASP_ASVS,
      section: 'V13.4.4',
      quote:
        'Verify that using the HTTP TRACE method is not supported in production environments, to avoid potential information leakage.',
    },
    {
      source: RFC_9110,
      section: '9.3.8',
      quote:
        'A client MUST NOT generate fields in a TRACE request containing sensitive data that might be disclosed by the response.',
    },
  ],

  *check({ response: { status } }) {
    if (!isRefusal(status) && status !== 501) {
      yield { at: 'status', expected: '4xx or 501', actual: fromWire(status) }
    }
  },
}
