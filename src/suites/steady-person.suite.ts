import type { Exchange } from '../evidence/exchange.ts'
import type { PersonReading } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { personidentifikatorIsWhoLoggedIn } from '../rules/body/002-personidentifikator-is-who-logged-in.ts'
import {
  askedTwiceThePersonIsTheSame,
  everyReading,
} from '../rules/body/022-asked-twice-the-person-is-the-same.ts'
import { isSomebodyElse } from '../rules/body/personidentifikator.ts'
import { once } from './once.ts'
import { contradictionIn } from './steadiness.ts'
import { suite } from './suite.ts'
import type { World } from './world.ts'

// What only the whole run can tell: each reading by itself may be in order, and each comparison found nothing.
suite(everyReading, ({ world, at }) => {
  at(everyReading, (conforms) => {
    const readings = once(async () => {
      await world.over()
      return ordered(world)
    })

    conforms(
      personidentifikatorIsWhoLoggedIn,
      once(async () => {
        const all = await readings()
        const others = all.filter(isSomebodyElse)
        const [first = all[0]] = others
        if (first === undefined) throw noReading()
        return { ...first, alike: others.map(({ exchange }) => exchange) }
      }),
      { ofWholeRun: true },
    )
    conforms(
      askedTwiceThePersonIsTheSame,
      once(async () => {
        const all = await readings()
        const [known = contradictionIn(all, await writesOf(world))] = world.contradictions
        const [first] = all
        if (first === undefined) throw noReading()
        return known ?? { first, second: first }
      }),
      { ofWholeRun: true },
    )
  })
})

const ordered = ({ readings }: World): readonly PersonReading[] =>
  [...readings.values()].toSorted((one, other) => one.exchange.startedAt - other.exchange.startedAt)

const writesOf = async ({ asked }: World): Promise<readonly Exchange[]> =>
  (await Promise.allSettled(asked)).flatMap((outcome) =>
    outcome.status === 'fulfilled' && !readingMethods.has(outcome.value.request.method)
      ? [outcome.value]
      : [],
  )

const readingMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])

const noReading = (): EvidenceUnavailableError =>
  new EvidenceUnavailableError('no person came in this run')
