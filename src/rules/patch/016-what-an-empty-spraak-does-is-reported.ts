import type { PatchAttempt } from '../../evidence/refusal.ts'
import type { Rule } from '../rule.ts'
import { isRefusal, isSuccess } from '../statuses.ts'
import { unlessCodeIsSeen } from './code-sent.ts'

/**
 * The document of the platform before this one says that it removes the language. Whether it still does is not known:
 * what was met is reported. That a refusal changes nothing, and that nothing else is changed, others judge
 * (KRR-PATCH-007, KRR-PATCH-010).
 */
export const whatAnEmptySpraakDoesIsReported: Rule<PatchAttempt> = {
  id: 'KRR-PATCH-016',
  title: 'What an empty spraak does to the language is reported',
  level: 'INFO',
  basis: 'documented',
  since: 3,
  intrusive: true,
  cites: ['APIDOCS-001'],

  notApplicable: unlessCodeIsSeen,

  check: () => [],

  met: ({ exchange: { response }, before, after }) => {
    const { status } = response
    if (isRefusal(status)) return `refused with ${status}`
    if (!isSuccess(status)) return undefined
    const [was, is] = [before, after].map(({ person }) => person['spraak'])
    if (is === '') return 'accepted, and stored as an empty string'
    if (is === undefined || is === null) return 'accepted: the language is removed'
    return was === is ? 'accepted, and the language stays' : 'accepted, and another language is set'
  },
}
