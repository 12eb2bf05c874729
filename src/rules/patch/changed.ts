import type { PersonReading } from '../../evidence/person-reading.ts'
import { orAbsent } from '../or-absent.ts'
import type { Finding } from '../rule.ts'
import { differences } from '../same-person.ts'

/** One finding for each place where the person changed, the members named in `ignore` aside. */
export function* changed(
  before: PersonReading,
  after: PersonReading,
  ignore: readonly string[] = [],
): Generator<Finding> {
  for (const { at, first, second } of differences(before, after, { ignore })) {
    yield { at, expected: orAbsent(first), actual: orAbsent(second) }
  }
}
