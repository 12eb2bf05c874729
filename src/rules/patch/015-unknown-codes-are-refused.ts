import { stringAt } from '../../evidence/json.ts'
import type { PatchAttempt } from '../../evidence/refusal.ts'
import { fromWire, type Rule } from '../rule.ts'
import { isRefusal, isSuccess } from '../statuses.ts'
import { codeSent, unlessCodeIsSeen } from './code-sent.ts'

const languages: readonly string[] = ['nb', 'nn', 'en', 'se']

/** The language of the list that the code was taken for: `NB` stored as `nb`. */
const takenFor = (attempt: PatchAttempt): string | undefined => {
  const meant = codeSent(attempt)?.toLowerCase()
  return isSuccess(attempt.exchange.response.status) &&
    meant !== codeSent(attempt) &&
    languages.some((language) => language === meant) &&
    stringAt(attempt.after.person, 'spraak') === meant
    ? meant
    : undefined
}

/** Who asks for what cannot be had is told so; a code of the list in capital letters may be understood. */
export const unknownCodesAreRefused: Rule<PatchAttempt> = {
  id: 'KRR-PATCH-015',
  title: 'A code outside the list is refused with 4xx',
  level: 'SHOULD',
  basis: 'standard',
  intrusive: true,
  since: 2,
  cites: ['RFC5789-011', 'ATTR-031'],

  notApplicable: unlessCodeIsSeen,

  *check(attempt) {
    const { status } = attempt.exchange.response
    if (!isRefusal(status) && takenFor(attempt) === undefined) {
      yield { at: 'status', expected: 'a refusal, 4xx', actual: fromWire(status) }
    }
  },

  met: (attempt) => {
    const { status } = attempt.exchange.response
    const meant = takenFor(attempt)
    if (meant !== undefined) return `accepted, and stored as ${meant}`
    return isRefusal(status) ? `refused with ${status}` : undefined
  },
}
