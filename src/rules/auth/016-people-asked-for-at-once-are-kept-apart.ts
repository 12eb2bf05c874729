import type { PersonReading } from '../../evidence/person-reading.ts'
import { isSomebodyElse } from '../body/personidentifikator.ts'
import { type Finding, fromWire, type Rule } from '../rule.ts'
import { type Difference, differences } from '../same-person.ts'

/** How one of them was read alone: once, and some more times where a value may be the other one's. */
export type Alone = readonly [PersonReading, ...PersonReading[]]

/** Two people, each read alone, and then asked for at the same moment, again and again. */
export interface PeopleAtOnce {
  readonly alone: readonly [one: Alone, other: Alone]
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

  notApplicable: ({ alone }) =>
    alone.some((readings) => readings.every(isSomebodyElse))
      ? 'a person who is read alone is somebody else already (KRR-BODY-002)'
      : undefined,

  check: mixUpsOf,
}

/** What one of them got of the other. */
export function* mixUpsOf({
  alone: [one, other],
  rounds,
  strays,
}: PeopleAtOnce): Generator<Finding> {
  for (const stray of strays) yield* ofAnother(stray, { own: one, other })
  for (const [first, second] of rounds) {
    yield* ofAnother(first, { own: one, other })
    yield* ofAnother(second, { own: other, other: one })
  }
}

/** The main test user's language is changed in a run, perhaps to that of the other one. */
const language = ['spraak', 'spraak_oppdatert']

/** Another person's number, or a value that only the other one had when both were read alone. */
function* ofAnother(
  reading: PersonReading,
  { own, other }: { readonly own: Alone; readonly other: Alone },
): Generator<Finding> {
  if (isSomebodyElse(reading)) {
    yield {
      at: '/personidentifikator',
      expected: fromWire(reading.expected.pid),
      actual: fromWire(reading.person['personidentifikator']),
    }
    return
  }
  const [first, ...further] = own.map((alone) => takenOver(reading, alone, other))
  for (const difference of first ?? []) {
    if (!further.every((taken) => taken.some(({ at }) => at === difference.at))) continue
    yield {
      at: difference.at,
      expected: difference.first === undefined ? 'absent' : fromWire(difference.first),
      actual: fromWire(difference.second),
    }
  }
}

/** Where a reading differs from one's own and has what the other one had. */
const takenOver = (
  reading: PersonReading,
  own: PersonReading,
  other: Alone,
): readonly Difference[] => {
  const ofTheOther = other.map(
    (alone) => new Map(differences(own, alone).map(({ at, second }) => [at, second])),
  )
  return differences(own, reading, { ignore: language }).filter(
    ({ at, second }) =>
      second !== undefined && ofTheOther.some((values) => values.get(at) === second),
  )
}
