import type { PersonReading } from '../../evidence/person-reading.ts'
import type { LanguageChange } from '../../evidence/refusal.ts'
import type { Rule } from '../rule.ts'
import { changed } from './changed.ts'

/**
 * The first reading asked as the one before was; another representation or scope may differ from it
 * for reasons of its own (KRR-NEG-003, KRR-SCOPE-006).
 */
const comparable = ({ before, after }: LanguageChange): PersonReading | undefined =>
  after.find(
    (reading) =>
      reading.representation === before.representation &&
      reading.scopes.length === before.scopes.length &&
      reading.scopes.every((scope) => before.scopes.includes(scope)),
  )

/** Whoever does nothing leaves the rest alone too: that proves nothing. */
const isAsBefore = ({ before }: LanguageChange, after: PersonReading): boolean =>
  changed(before, after).next().done === true

/** A PATCH of one member leaves the others alone; refused or not. */
export const nothingButTheLanguageChanges: Rule<LanguageChange> = {
  id: 'KRR-PATCH-004',
  title: 'Nothing but spraak and spraak_oppdatert changes',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['PAGE-012'],

  notApplicable: (change) => {
    const after = comparable(change)
    if (after === undefined) return 'no reading after the change was asked for as the one before it'
    return isAsBefore(change, after) ? 'the change had no effect at all' : undefined
  },

  *check(change) {
    const after = comparable(change)
    if (after !== undefined) yield* changed(change.before, after, ['spraak', 'spraak_oppdatert'])
  },
}
