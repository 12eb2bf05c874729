import type { PersonReading } from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'
import { differences } from '../same-person.ts'

/** Somebody else, read with a token of their own before and after the changes of the main test user. */
export interface UninvolvedPerson {
  readonly before: PersonReading
  readonly after: PersonReading
}

/** A token names whose language it may change, and nobody's beside. */
export const aChangeIsNobodyElses: Rule<UninvolvedPerson> = {
  id: 'KRR-AUTH-017',
  title: 'A change of one person changes nobody else',
  level: 'MUST',
  basis: 'standard',
  since: 3,
  cites: ['APISEC-001'],

  *check({ before, after }) {
    for (const { at, first, second } of differences(before, after)) {
      yield {
        at,
        expected: first === undefined ? 'absent' : fromWire(first),
        actual: second === undefined ? 'absent' : fromWire(second),
      }
    }
  },
}
