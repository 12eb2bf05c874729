import { jsonPointer, leavesOf } from '../../evidence/json.ts'
import { notOfThePerson, type PersonReading } from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'

/**
 * Digdir's test data have empty strings for a mailbox, a certificate and a number that are not there. Callers that only
 * ask whether a member is there would take them for values; every other rule takes them for absence.
 */
export const missingValuesAreNoEmptyStrings: Rule<PersonReading> = {
  id: 'KRR-BODY-026',
  title: 'A missing value is an absent member, not an empty string',
  level: 'SHOULD',
  basis: 'observed',
  since: 3,
  cites: ['BKI-001'],

  *check(reading) {
    for (const { path, value } of leavesOf(reading.person, notOfThePerson(reading))) {
      if (value === '') yield { at: jsonPointer(path), expected: 'absent', actual: fromWire('') }
    }
  },
}
