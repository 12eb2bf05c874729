import type { PersonReading } from '../../evidence/person-reading.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'
import { differences } from '../same-person.ts'

/** The same question asked twice, nothing written in between. */
export interface RepeatedReading {
  readonly first: PersonReading
  readonly second: PersonReading
}

/** A GET changes nothing, and the person is one and the same. */
export const askedTwiceThePersonIsTheSame: Rule<RepeatedReading> = {
  id: 'KRR-BODY-022',
  title: 'Asked twice, the person is the same',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['RESP-001'],

  *check({ first, second }) {
    for (const difference of differences(first, second)) {
      yield {
        at: difference.at,
        expected: orAbsent(difference.first),
        actual: orAbsent(difference.second),
      }
    }
  },
}
