import { jsonPointer, leavesOf } from '../../evidence/json.ts'
import { notOfThePerson, type PersonReading } from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'

/** Callers that only ask whether a member is there would take null for a value. */
export const missingValuesAreAbsentMembers: Rule<PersonReading> = {
  id: 'KRR-BODY-020',
  title: 'A missing value is an absent member, not null',
  level: 'SHOULD',
  basis: 'observed',
  since: 1,
  cites: ['BKI-002'],

  *check(reading) {
    for (const { path, value } of leavesOf(reading.person, notOfThePerson(reading))) {
      if (value === null)
        yield { at: jsonPointer(path), expected: 'absent', actual: fromWire(null) }
    }
  },
}
