import { personDeviations } from '../../contract/person-deviations.ts'
import type { SchemaDeviation } from '../../contract/schema-judge.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'

/** A document nested deeper than the stack is none that the schema could describe. */
const deviationsOf = ({ person }: PersonReading): readonly SchemaDeviation[] => {
  try {
    return personDeviations(person)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    return [{ at: '', expected: 'a person, two levels deep', actual: undefined }]
  }
}

/**
 * The whole schema, so that nothing of it goes unjudged. Where it is broken in a way that a rule of
 * its own owns (a code list, a timestamp, a conditional), that rule fails beside this one.
 */
export const personIsAsDocumented: Rule<PersonReading> = {
  id: 'KRR-BODY-001',
  title: 'The person is valid against the documented schema',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['PAGE-029', 'ATTR-001'],

  *check(reading) {
    for (const { at, expected, actual } of deviationsOf(reading)) {
      yield { at, expected, actual: orAbsent(actual) }
    }
  },
}
