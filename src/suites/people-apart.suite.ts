import type { PersonReading, Representation } from '../evidence/person-reading.ts'
import {
  peopleAskedForAtOnceAreKeptApart as keptApart,
  mixUpsOf,
  type PeopleAtOnce,
} from '../rules/auth/016-people-asked-for-at-once-are-kept-apart.ts'
import { isSomebodyElse } from '../rules/body/personidentifikator.ts'
import { allScopes } from './declared-scopes.ts'
import { once } from './once.ts'
import { type Asking, askAnew, readingOf } from './readings.ts'
import { suite } from './suite.ts'
import { requireSecondPersona } from './uninvolved-person.ts'
import { keepAsFound } from './world.ts'

/** Each round asks for both at the same moment, both in the same representation. */
const rounds: readonly Representation[] = [
  'application/json',
  'application/jose',
  'application/json',
]

/** So often is each read alone at most where one seems to have what is the other's. */
const controlReadings = 8

const isMixedUp = (people: PeopleAtOnce): boolean => mixUpsOf(people).next().done !== true

suite('people asked for at once', ({ world, at }) => {
  /** Whether it shows the number of one of ours, whom others of the run ask for. */
  const isTestUser = ({ person }: PersonReading): boolean =>
    Object.values(world.target.environment.personas).some(
      (pid) => pid === person['personidentifikator'],
    )

  at('MAIN and another test user, at once', (conforms) => {
    const pair = once(async (): Promise<PeopleAtOnce> => {
      const persona = requireSecondPersona(world)
      const who = { scopes: allScopes(world) }
      const asking = (representation: Representation): readonly [Asking, Asking] => [
        { ...who, representation },
        { ...who, representation, persona },
      ]
      const [main, second] = asking('application/json')
      const alone = [await readingOf(world, main), await readingOf(world, second)] as const
      // All of it before anything is written: then nothing moves but by a mix-up.
      const taken = await keepAsFound(world, 'at once', async (): Promise<PeopleAtOnce> => {
        const both: [PersonReading, PersonReading][] = []
        for (const [index, representation] of rounds.entries()) {
          const note = `, at once with another (${index + 1})`
          const [one, other] = asking(representation)
          both.push(
            await Promise.all([
              readingOf(world, one, askAnew(world, one, note)),
              readingOf(world, other, askAnew(world, other, note)),
            ]),
          )
        }
        let people: PeopleAtOnce = { alone: [[alone[0]], [alone[1]]], rounds: both, strays: [] }
        // What comes and goes by itself was perhaps away each time when one was read alone.
        const again = (who: Asking, times: number): Promise<PersonReading> =>
          readingOf(world, who, askAnew(world, who, `, alone again (${times})`))
        for (let times = 1; times <= controlReadings && isMixedUp(people); times += 1) {
          const [one, other] = people.alone
          people = {
            ...people,
            alone: [
              [...one, await again(main, times)],
              [...other, await again(second, times)],
            ],
          }
        }
        return people
      })
      await world.over()
      const seen = taken.rounds.flat()
      const strays = [...world.readings.values()].filter(
        (reading) => isSomebodyElse(reading) && isTestUser(reading) && !seen.includes(reading),
      )
      return { ...taken, strays }
    })

    conforms(keptApart, pair, { ofWholeRun: true })
  })
})
