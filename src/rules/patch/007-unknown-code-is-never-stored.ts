import { stringAt } from '../../evidence/json.ts'
import { parseJson } from '../../evidence/message.ts'
import { hasScope } from '../../evidence/person-members.ts'
import type { PatchAttempt } from '../../evidence/refusal.ts'
import { fromWire, type Rule } from '../rule.ts'
import { KRR_ATTRIBUTTER } from '../sources.ts'

const codeSent = ({ sent }: PatchAttempt): string | undefined => stringAt(parseJson(sent), 'spraak')

const serverError = (status: number): boolean => status >= 500 && status <= 599

/**
 * A register with a code outside its list breaks every caller that reads it. Whether the attempt is
 * refused or silently ignored is KRR-PATCH-015's matter.
 */
export const unknownCodeIsNeverStored: Rule<PatchAttempt> = {
  id: 'KRR-PATCH-007',
  title: 'A code outside the list is never stored, nor answered with 5xx',
  level: 'MUST',
  basis: 'documented',
  intrusive: true,
  citations: [{ source: KRR_ATTRIBUTTER, section: 'Attributter i KRR' }],

  notApplicable: (attempt) => {
    if (codeSent(attempt) === undefined) return 'no code was sent as spraak'
    return hasScope(attempt.after, 'krr:user/kontaktinformasjon.read')
      ? undefined
      : 'the reading after it has not the scope that shows spraak'
  },

  *check(attempt) {
    const { status } = attempt.exchange.response
    const code = codeSent(attempt)
    if (serverError(status)) {
      yield { at: 'status', expected: 'no server error', actual: fromWire(status) }
    }
    if (code !== undefined && attempt.after.person['spraak'] === code) {
      yield { at: '/spraak', expected: 'not what was sent', actual: fromWire(code) }
    }
  },
}
