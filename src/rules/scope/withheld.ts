import { isPresent, type PersonReading } from '../../evidence/person-reading.ts'
import { type Finding, fromWire } from '../rule.ts'
import { combinationName } from './combination.ts'

/** One finding for each of the members that this combination of scopes yields all the same. */
export function* withheldMembers(
  reading: PersonReading,
  members: readonly string[],
): Generator<Finding> {
  for (const member of members.filter((name) => isPresent(reading.person, name))) {
    yield {
      at: `/${member}`,
      expected: `absent with ${combinationName(reading)}`,
      actual: fromWire(reading.person[member]),
    }
  }
}
