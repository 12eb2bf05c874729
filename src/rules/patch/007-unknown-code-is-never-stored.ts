import type { PatchAttempt } from '../../evidence/refusal.ts'
import { fromWire, type Rule } from '../rule.ts'
import { isRefusal, isServerError } from '../statuses.ts'
import { changed } from './changed.ts'
import { codeSent, unlessCodeIsSeen } from './code-sent.ts'

/**
 * A register with a code outside its list breaks every caller that reads it. Whether the attempt is
 * refused or silently ignored is KRR-PATCH-015's matter; where it was refused, nothing changed.
 */
export const unknownCodeIsNeverStored: Rule<PatchAttempt> = {
  id: 'KRR-PATCH-007',
  title: 'A code outside the list is never stored, nor answered with 5xx',
  level: 'MUST',
  basis: 'documented',
  intrusive: true,
  since: 1,
  cites: ['ATTR-031'],

  notApplicable: unlessCodeIsSeen,

  *check(attempt) {
    const { status } = attempt.exchange.response
    const code = codeSent(attempt)
    if (isServerError(status)) {
      yield { at: 'status', expected: 'no server error', actual: fromWire(status) }
    }
    if (code === undefined) return
    // An empty one is documented to remove the language (KRR-PATCH-016).
    if (code !== '' && attempt.after.person['spraak'] === code) {
      yield { at: '/spraak', expected: 'not what was sent', actual: fromWire(code) }
    } else if (isRefusal(status)) {
      yield* changed(attempt.before, attempt.after)
    }
  },
}
