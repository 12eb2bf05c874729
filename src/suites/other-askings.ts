import type { Exchange, FieldLine } from '../evidence/exchange.ts'
import type { KrrScope } from '../evidence/person-reading.ts'
import { bearer, type ReadingMethod } from '../krr/person-api.ts'
import { allScopes } from './declared-scopes.ts'
import { tokensFor } from './readings.ts'
import { keepAsFound, shortScopes, type World } from './world.ts'

/** How a request differs from a GET of the person as JSON with all scopes. */
export interface OtherAsking {
  /** What differs, in words, for the label: `, Accept: image/png`. */
  readonly note: string
  readonly method?: ReadingMethod
  /** The token's scopes; all three unless said otherwise. */
  readonly scopes?: readonly KrrScope[]
  readonly accept?: string
  readonly fields?: readonly FieldLine[]
  /** Behind the resource's path: a slash. */
  readonly suffix?: '/'
  /** Leaves the token out. */
  readonly isAnonymous?: true
}

/** Asks for the person as found in another way than the suites usually do; each way once in a run. */
export const askOtherwise = (world: World, asking: OtherAsking): Promise<Exchange> => {
  const every = allScopes(world)
  const { note, isAnonymous, scopes = every, accept = 'application/json', ...others } = asking
  const whose = scopes === every ? 'all scopes' : shortScopes(scopes)
  const label = `${asking.method ?? 'GET'} person, ${isAnonymous ? 'no Authorization' : whose}${note}`
  return keepAsFound(world, label, async () => {
    const authorization = isAnonymous
      ? undefined
      : bearer((await tokensFor(world, scopes)).accessToken)
    return world.api.getPerson({ label, authorization, accept, ...others })
  })
}

/** Nobody in particular asks for the JWS: at once a request without credentials and the twin of a HEAD without them. */
export const anonymousJws = {
  note: ', application/jose',
  accept: 'application/jose',
  isAnonymous: true,
} as const satisfies OtherAsking
