import type { PersonReading } from '../../evidence/person-reading.ts'
import { isSomebodyElse } from '../body/personidentifikator.ts'
import { type Finding, fromWire, type Rule } from '../rule.ts'
import { differences } from '../same-person.ts'

/** Two people, each read alone, and then asked for at the same moment, again and again. */
export interface PeopleAtOnce {
  readonly alone: readonly [one: PersonReading, other: PersonReading]
  /** In each round the two readings, in the same order. */
  readonly rounds: readonly (readonly [one: PersonReading, other: PersonReading])[]
  /** Every reading of the run in which another person came than the token names: most are asked for beside others. */
  readonly strays: readonly PersonReading[]
}

/** What a server keeps between two requests must not be given to the other one. */
export const peopleAskedForAtOnceAreKeptApart: Rule<PeopleAtOnce> = {
  id: 'KRR-AUTH-016',
  title: 'Two people who are asked for at once are not mixed up',
  level: 'MUST',
  basis: 'standard',
  since: 3,
  cites: ['APISEC-001'],

  *check({ alone: [one, other], rounds, strays }) {
    for (const stray of strays) yield* ofAnother(stray, { own: one, other })
    for (const [first, second] of rounds) {
      yield* ofAnother(first, { own: one, other })
      yield* ofAnother(second, { own: other, other: one })
    }
  },
}

/** The main test user's language is changed in a run, perhaps to that of the other one. */
const language = ['spraak', 'spraak_oppdatert']

/** Another person's number, or a value that only the other one had when both were read alone. */
function* ofAnother(
  reading: PersonReading,
  known: { readonly own: PersonReading; readonly other: PersonReading },
): Generator<Finding> {
  if (isSomebodyElse(reading)) {
    yield {
      at: '/personidentifikator',
      expected: fromWire(reading.expected.pid),
      actual: fromWire(reading.person['personidentifikator']),
    }
    return
  }
  const ofTheOther = new Map(
    differences(known.own, known.other).map(({ at, second }) => [at, second]),
  )
  for (const { at, first, second } of differences(known.own, reading, { ignore: language })) {
    if (second === undefined || ofTheOther.get(at) !== second) continue
    yield {
      at,
      expected: first === undefined ? 'absent' : fromWire(first),
      actual: fromWire(second),
    }
  }
}
