import type { PatchAttempt } from '../../evidence/refusal.ts'
import { fromWire, type Rule } from '../rule.ts'
import { isRefusal } from '../statuses.ts'
import { changed } from './changed.ts'

/** A document that cannot be read says nothing, and so nothing may come of it. */
export const whatIsNoJsonIsRefused: Rule<PatchAttempt> = {
  id: 'KRR-PATCH-009',
  title: 'Malformed or empty JSON is refused with 4xx and changes nothing',
  level: 'MUST',
  basis: 'standard',
  intrusive: true,
  since: 1,
  cites: ['RFC5789-009'],

  *check({ exchange: { response }, before, after }) {
    if (!isRefusal(response.status)) {
      yield { at: 'status', expected: '4xx', actual: fromWire(response.status) }
    }
    yield* changed(before, after)
  },

  met: ({ exchange: { response } }) =>
    isRefusal(response.status) ? `refused with ${response.status}` : undefined,
}
