import type { Exchange } from '../../evidence/exchange.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'
import { differences } from '../same-person.ts'

/** The same question asked twice, nothing written in between. */
export interface RepeatedReading {
  readonly first: PersonReading
  readonly second: PersonReading
  /** Further exchanges in which the second one's odd value came. */
  readonly alike?: readonly Exchange[]
}

/** The place where whatever a run came to read is judged together. */
export const everyReading = 'every reading of the run'

/** A GET changes nothing, and the person is one and the same. */
export const askedTwiceThePersonIsTheSame: Rule<RepeatedReading> = {
  id: 'KRR-BODY-022',
  title: 'A person who is read twice is the same',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['RESP-001'],
  comparesReadings: true,

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
