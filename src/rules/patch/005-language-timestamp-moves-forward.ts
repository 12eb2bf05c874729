import { fieldValue } from '../../evidence/exchange.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import type { LanguageChange } from '../../evidence/refusal.ts'
import { instantAt } from '../body/timestamps.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'
import { unlessAccepted } from './accepted.ts'

/** Timestamps show whole seconds: two changes this close together may carry the same one. */
const resolutionMs = 2000

/** NaN where there is none, which lies neither before nor after any time. */
const timeOf = ({ person }: PersonReading): number =>
  instantAt(person, ['spraak_oppdatert']) ?? Number.NaN

/** When the change was answered, by the server's own clock where it tells. */
const answeredAt = ({ exchange }: LanguageChange): number => {
  const date = Date.parse(fieldValue(exchange.response, 'Date') ?? '')
  return Number.isNaN(date) ? exchange.receivedAt : date
}

/**
 * Whether the time has to have moved: the language did, and enough time went by. One that did not, or to another
 * value, is KRR-PATCH-003's.
 */
const mustHaveMoved = (change: LanguageChange, before: number): boolean =>
  change.before.person['spraak'] !== change.requested &&
  change.after[0].person['spraak'] === change.requested &&
  answeredAt(change) - before >= resolutionMs

/** The member says when the language was last changed, and time does not run backwards. */
export const languageTimestampMovesForward: Rule<LanguageChange> = {
  id: 'KRR-PATCH-005',
  title: 'spraak_oppdatert moves forward with a change, and never back',
  level: 'SHOULD',
  basis: 'documented',
  since: 1,
  cites: ['ATTR-032'],

  notApplicable: (change) => {
    const refused = unlessAccepted(change)
    if (refused !== undefined) return refused
    const { before } = change
    const [after] = change.after
    if (Number.isNaN(timeOf(before)) || Number.isNaN(timeOf(after)))
      return 'there is no spraak_oppdatert before and after to compare'
    // Whoever does nothing turns no time back either: that proves nothing.
    const isAsBefore =
      before.person['spraak'] === after.person['spraak'] && timeOf(before) === timeOf(after)
    return isAsBefore ? 'the change had no effect on the language' : undefined
  },

  *check(change) {
    const [after] = change.after
    const [earlier, later] = [timeOf(change.before), timeOf(after)]
    const actual = orAbsent(after.person['spraak_oppdatert'])
    if (later < earlier) {
      yield { at: '/spraak_oppdatert', expected: 'not before the time it showed', actual }
    } else if (later === earlier && mustHaveMoved(change, earlier)) {
      yield { at: '/spraak_oppdatert', expected: 'after the time it showed', actual }
    }
  },
}
