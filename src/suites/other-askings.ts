import type { Exchange, FieldLine } from '../evidence/exchange.ts'
import { bearer, type ReadingMethod } from '../krr/person-api.ts'
import { allScopes } from '../krr/scope-combinations.ts'
import { tokensFor } from './readings.ts'
import { asFound, keep, type World } from './world.ts'

/** How a request differs from a GET of the person as JSON with all scopes. */
export interface OtherAsking {
  /** What differs, in words, for the label: `, Accept: image/png`. */
  readonly note: string
  readonly method?: ReadingMethod
  readonly accept?: string
  readonly fields?: readonly FieldLine[]
  /** Behind the resource's path: a slash. */
  readonly suffix?: '/'
  /** Leaves the token out. */
  readonly isAnonymous?: true
}

/** Asks for the person as found in another way than the suites usually do; each way once in a run. */
export const askOtherwise = (world: World, asking: OtherAsking): Promise<Exchange> => {
  const { note, isAnonymous, accept = 'application/json', ...others } = asking
  const label = `${asking.method ?? 'GET'} person, all scopes${note}`
  return keep(world, `${asFound} ${label}`, async () => {
    const authorization = isAnonymous
      ? undefined
      : bearer((await tokensFor(world, allScopes)).accessToken)
    return world.api.getPerson({ label, authorization, accept, ...others })
  })
}
