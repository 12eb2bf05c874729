import { afterAll, describe } from 'vitest'
import { type Conforms, judgementsOf } from './conforms.ts'
import { targets as askedFor, connection } from './targets.ts'
import { openWorld, type World } from './world.ts'

const targets = await askedFor

/** What a suite arranges its evidence with. */
interface Arrangement {
  readonly world: World
  /** A place where rules are judged, in words that a report shows. */
  readonly at: (where: string, judge: (conforms: Conforms) => void) => void
}

type Arrange = (arrangement: Arrangement) => void

const declaring =
  (comesLast: boolean) =>
  (title: string, arrange: Arrange): void => {
    for (const target of targets) {
      describe(`${target.environment.name}: ${title}`, () => {
        const world = openWorld(target, connection)
        // Every exchange has reached the main process before the run can end.
        afterAll(() => world.main.flush())
        const judgements = judgementsOf(world, comesLast)
        arrange({ world, at: (where, judge) => judge(judgements.at(where)) })
        judgements.declare()
      })
    }
  }

/** Declares a suite for every target of the run: each has a world of its own, and they never meet. */
export const suite = declaring(false)

/** The same for what asks for nothing before all else is over. */
export const lastSuite = declaring(true)
