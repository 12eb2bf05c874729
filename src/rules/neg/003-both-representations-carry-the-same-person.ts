import type { PersonReading } from '../../evidence/person-reading.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'
import { differences } from '../same-person.ts'

/** One person, read in each representation with the same scopes. */
export interface BothRepresentations {
  readonly json: PersonReading
  readonly jose: PersonReading
}

/** In no order; registered JWT claims beside the person (RFC 7519, 4.1) are left out. */
export const bothRepresentationsCarryTheSamePerson: Rule<BothRepresentations> = {
  id: 'KRR-NEG-003',
  title: 'Both representations carry the same person, member for member',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['PAGE-022'],
  comparesReadings: true,

  *check({ json, jose }) {
    for (const { at, first, second } of differences(json, jose)) {
      yield { at, expected: orAbsent(first), actual: orAbsent(second) }
    }
  },
}
