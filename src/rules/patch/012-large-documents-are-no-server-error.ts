import type { UnansweredAttempt } from '../../evidence/refusal.ts'
import { fromWire, type Rule } from '../rule.ts'
import { isServerError } from '../statuses.ts'
import { changed } from './changed.ts'

/** A server that reads no further may close the connection before it answers: that is a refusal too. */
export const largeDocumentsAreNoServerError: Rule<UnansweredAttempt> = {
  id: 'KRR-PATCH-012',
  title: 'A document of 1 MiB is not answered with 5xx and changes nothing',
  level: 'SHOULD',
  basis: 'standard',
  intrusive: true,
  since: 2,
  cites: ['RFC9110-032', 'RFC9110-024'],

  *check({ exchange, before, after }) {
    const status = exchange?.response.status
    if (status !== undefined && isServerError(status)) {
      yield { at: 'status', expected: 'no server error', actual: fromWire(status) }
    }
    yield* changed(before, after)
  },

  met: ({ exchange }) =>
    exchange === undefined
      ? 'the connection was closed while it was sent'
      : `answered with ${exchange.response.status}`,
}
