import type { Exchange } from '../../evidence/exchange.ts'
import { stringAt } from '../../evidence/json.ts'
import { contentJson } from '../../evidence/message.ts'
import type { Refusal } from '../../evidence/refusal.ts'
import { EvidenceUnavailableError } from '../../evidence/unavailable.ts'
import { bearer } from '../../krr/person-api.ts'
import { allScopes } from '../declared-scopes.ts'
import { once } from '../once.ts'
import { getPerson, readingOf } from '../readings.ts'
import { noTwin, personalValues } from '../refusals.ts'
import type { World } from '../world.ts'
import { openStandingLanguage, type PatchCredentials } from './standing-language.ts'

/** The life of a token that nothing else uses, from a login of its own to its revocation. */
export interface EndedToken {
  /** In the query string; undefined in production, where it is not sent: addresses are logged. */
  readonly inQuery: Refusal | undefined
  /** In `Authorization`, after the revocation. */
  readonly revoked: Refusal
  /**
   * The same by PATCH, of the language that stands.
   * @throws EvidenceUnavailableError where nothing may be written, or the token in order changed nothing either
   */
  readonly byPatch: Readonly<Record<'inQuery' | 'revoked', () => Refusal>>
}

const [inQueryString, afterRevocation] = ['a token in the query string', 'a revoked token'] as const

/**
 * Uses a token of a login of its own in order, in the query string, and once more when it was revoked: each by GET and
 * by PATCH.
 * @throws EvidenceUnavailableError where it could not be revoked, or not be used in order
 */
export const endToken = async (world: World): Promise<EndedToken> => {
  // Before a token stands in an address: what cannot be revoked is not put there.
  await requireRevocation(world)
  const { accessToken } = await world.main.ownTokens('MAIN', allScopes(world))
  world.masker.vault.learn('access token', accessToken)
  const twin = await inAuthorization(world, accessToken, 'a token of its own')
  if (twin.response.status !== 200) throw noTwin(twin)
  const main = { scopes: allScopes(world), representation: 'application/json' } as const
  const personal = personalValues(await readingOf(world, main, getPerson(world, main)))
  const standing = once(async () =>
    openStandingLanguage(world, await readingOf(world, main, Promise.resolve(twin))),
  )
  const patch = (what: string, credentials: PatchCredentials) =>
    settled(async () => (await standing()).write(what, credentials))

  const inOrder = await patch('a token of its own', { authorization: bearer(accessToken) })
  const isProduction = world.target.environment.production
  const inQuery = isProduction ? undefined : await askInQuery(world, accessToken)
  const query = String(new URLSearchParams({ access_token: accessToken }))
  const patchedInQuery = await patch(inQueryString, { query })
  const { response } = await world.main.revoke(accessToken)
  if (response.status !== 200) {
    throw new EvidenceUnavailableError(`the revocation was answered with ${response.status}`)
  }
  const afterwards = await inAuthorization(world, accessToken, afterRevocation)
  const patchedAfterwards = await patch(afterRevocation, { authorization: bearer(accessToken) })
  // Where it fails, the journal keeps the language, and the end of the run puts it back.
  await settled(async () => (await standing()).end())
  const byPatch = (factor: string, patched: PromiseSettledResult<Exchange>) => (): Refusal => {
    const own = answerIn(inOrder)
    if (own.response.status >= 300) throw noTwin(own)
    return { factor, twin: own, exchange: answerIn(patched), personal }
  }
  return {
    inQuery: inQuery && { factor: inQueryString, twin, exchange: inQuery, personal },
    revoked: { factor: afterRevocation, twin, exchange: afterwards, personal },
    byPatch: {
      inQuery: byPatch(inQueryString, patchedInQuery),
      revoked: byPatch(afterRevocation, patchedAfterwards),
    },
  }
}

const settled = async <Value>(make: () => Promise<Value>): Promise<PromiseSettledResult<Value>> => {
  const [outcome] = await Promise.allSettled([make()])
  return outcome
}

const answerIn = <Value>(outcome: PromiseSettledResult<Value>): Value => {
  if (outcome.status === 'fulfilled') return outcome.value
  throw outcome.reason
}

const requireRevocation = async (world: World): Promise<void> => {
  const { metadata } = await world.main.provider()
  if (stringAt(contentJson(metadata.response), 'revocation_endpoint') !== undefined) return
  throw new EvidenceUnavailableError("the provider's metadata name no revocation endpoint", {
    verdict: 'not-applicable',
  })
}

const inAuthorization = (world: World, token: string, what: string): Promise<Exchange> =>
  world.api.getPerson({
    label: `GET person, ${what}`,
    authorization: bearer(token),
    accept: 'application/json',
  })

/** RFC 6750, 2.3. */
const askInQuery = (world: World, token: string): Promise<Exchange> => {
  const url = new URL(world.target.environment.apiUrl)
  url.searchParams.set('access_token', token)
  return world.send(`GET person, ${inQueryString}`, {
    method: 'GET',
    url: url.href,
    fields: [['Accept', 'application/json']],
  })
}
