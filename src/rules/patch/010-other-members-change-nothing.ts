import { parseJson } from '../../evidence/exchange.ts'
import { valueAt } from '../../evidence/json.ts'
import type { PatchAttempt } from '../../evidence/refusal.ts'
import type { Rule } from '../rule.ts'
import { isRefusal, isSuccess } from '../statuses.ts'
import { changed } from './changed.ts'

/** What may move: the language and its time, where the document named the language as well. */
const mayMove = ({ sent }: PatchAttempt): readonly string[] =>
  valueAt(parseJson(sent), 'spraak') === undefined ? [] : ['spraak', 'spraak_oppdatert']

/** The scope is for writing the language; whoever may do that must not move a reservation. */
export const otherMembersChangeNothing: Rule<PatchAttempt> = {
  id: 'KRR-PATCH-010',
  title: 'Other members in the document change nothing',
  level: 'MUST',
  basis: 'documented',
  intrusive: true,
  since: 1,
  cites: ['PAGE-012'],

  check: (attempt) => changed(attempt.before, attempt.after, mayMove(attempt)),

  met: (attempt) => {
    const { status } = attempt.exchange.response
    if ([...changed(attempt.before, attempt.after, mayMove(attempt))].length > 0) return undefined
    if (isSuccess(status)) return 'accepted, and the other members ignored'
    return isRefusal(status) ? 'refused' : undefined
  },
}
