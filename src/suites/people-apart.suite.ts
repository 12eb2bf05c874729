import type { PersonReading, Representation } from '../evidence/person-reading.ts'
import {
  type PeopleAtOnce,
  peopleAskedForAtOnceAreKeptApart,
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
      const taken = await keepAsFound(world, 'at once', async () => {
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
        return both
      })
      await world.over()
      const seen = taken.flat()
      const strays = [...world.readings.values()].filter(
        (reading) => isSomebodyElse(reading) && isTestUser(reading) && !seen.includes(reading),
      )
      return { alone, rounds: taken, strays }
    })

    conforms(peopleAskedForAtOnceAreKeptApart, pair, { ofWholeRun: true })
  })
})
