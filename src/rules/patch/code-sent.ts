import { parseJson } from '../../evidence/exchange.ts'
import { stringAt } from '../../evidence/json.ts'
import { hasScope } from '../../evidence/person-reading.ts'
import type { PatchAttempt } from '../../evidence/refusal.ts'

/** The `spraak` of the document that was sent, where it is a string. */
export const codeSent = ({ sent }: PatchAttempt): string | undefined =>
  stringAt(parseJson(sent), 'spraak')

/** Why a rule on what became of a code does not apply, or undefined where it does. */
export const unlessCodeIsSeen = (attempt: PatchAttempt): string | undefined => {
  if (codeSent(attempt) === undefined) return 'no code was sent as spraak'
  return hasScope(attempt.after, 'krr:user/kontaktinformasjon.read')
    ? undefined
    : 'the reading after it has not the scope that shows spraak'
}
