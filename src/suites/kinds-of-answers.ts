import { type Exchange, mediaType } from '../evidence/exchange.ts'
import { representations } from '../evidence/person-reading.ts'
import { allScopes } from './declared-scopes.ts'
import { settled } from './once.ts'
import { getPerson } from './readings.ts'
import type { World } from './world.ts'

/**
 * What the person resource answered until all else was over: one exchange for each method, status and media type,
 * the first of its kind. It asks for nothing that a full run does not ask for anyhow.
 */
export const kindsOfAnswers = async (world: World): Promise<readonly Exchange[]> => {
  await Promise.allSettled(
    representations.map((representation) =>
      getPerson(world, { scopes: allScopes(world), representation }),
    ),
  )
  await world.over()
  await settled(() => world.asked)
  const answers = (await Promise.allSettled(world.asked)).flatMap((outcome) =>
    outcome.status === 'fulfilled' ? [outcome.value] : [],
  )
  const kinds = new Map<string, Exchange>()
  for (const answer of answers) {
    const { method } = answer.request
    const kind = `${method} ${answer.response.status} ${mediaType(answer.response)?.essence}`
    if (!kinds.has(kind)) kinds.set(kind, answer)
  }
  return [...kinds.values()]
}
