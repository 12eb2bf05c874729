import type { PatchAttempt } from '../../evidence/refusal.ts'
import { fromWire, type Rule } from '../rule.ts'
import { isRefusal, isServerError, isSuccess } from '../statuses.ts'
import { changed } from './changed.ts'

/** JSON that is no language change, whatever its types: there is nothing in it to be stored. */
export const whatIsNoCodeChangesNothing: Rule<PatchAttempt> = {
  id: 'KRR-PATCH-008',
  title: 'A document without a language code changes nothing, and is no 5xx',
  level: 'MUST',
  basis: 'documented',
  intrusive: true,
  since: 2,
  cites: ['PAGE-037'],

  *check({ exchange: { response }, before, after }) {
    if (isServerError(response.status)) {
      yield { at: 'status', expected: 'no server error', actual: fromWire(response.status) }
    }
    yield* changed(before, after)
  },

  met: ({ exchange: { response } }) => {
    if (isRefusal(response.status)) return `refused with ${response.status}`
    return isSuccess(response.status) ? 'accepted, and nothing stored' : undefined
  },
}
