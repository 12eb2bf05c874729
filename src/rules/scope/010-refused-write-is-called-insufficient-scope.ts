import { fieldValue } from '../../evidence/exchange.ts'
import type { Refusal } from '../../evidence/refusal.ts'
import { orAbsent } from '../or-absent.ts'
import { fromWire, type Rule } from '../rule.ts'
import { isRefusal } from '../statuses.ts'

const insufficientScope = /\bbearer\b.*\berror[ \t]*=[ \t]*"?insufficient_scope"?[ \t]*(?:,|$)/i

/** A client that reads this asks for the scope; one that reads invalid_token asks for a new token. */
export const refusedWriteIsCalledInsufficientScope: Rule<Refusal> = {
  id: 'KRR-SCOPE-010',
  title: 'A write without its scope is refused with 403 insufficient_scope',
  level: 'SHOULD',
  basis: 'standard',
  intrusive: true,
  since: 1,
  cites: ['RFC6750-015', 'RFC6750-016'],

  notApplicable: ({ exchange }) =>
    isRefusal(exchange.response.status) ? undefined : 'the write was not refused (KRR-SCOPE-009)',

  *check({ exchange: { response } }) {
    if (response.status !== 403) {
      yield { at: 'status', expected: '403', actual: fromWire(response.status) }
    }
    const challenge = fieldValue(response, 'WWW-Authenticate')
    if (challenge === undefined || !insufficientScope.test(challenge)) {
      const expected = 'a Bearer challenge with error="insufficient_scope"'
      yield { at: 'WWW-Authenticate', expected, actual: orAbsent(challenge) }
    }
  },
}
