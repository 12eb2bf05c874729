import type { Exchange } from '../../evidence/exchange.ts'
import { stringAt } from '../../evidence/json.ts'
import { contentJson } from '../../evidence/message.ts'
import type { Refusal } from '../../evidence/refusal.ts'
import { EvidenceUnavailableError } from '../../evidence/unavailable.ts'
import { bearer } from '../../krr/person-api.ts'
import { allScopes } from '../../krr/scope-combinations.ts'
import { getPerson, readingOf } from '../readings.ts'
import { noTwin, personalValues } from '../refusals.ts'
import type { World } from '../world.ts'

/** The life of a token that nothing else uses, from a login of its own to its revocation. */
export interface EndedToken {
  /** In the query string; undefined in production, where it is not sent: addresses are logged. */
  readonly inQuery: Refusal | undefined
  /** In `Authorization`, after the revocation. */
  readonly revoked: Refusal
}

const main = { scopes: allScopes, representation: 'application/json' } as const

/**
 * Uses a token of a login of its own in order, in the query string, and once more when it was revoked.
 * @throws EvidenceUnavailableError where it could not be revoked, or not be used in order
 */
export const endToken = async (world: World): Promise<EndedToken> => {
  // Before a token stands in an address: what cannot be revoked is not put there.
  await requireRevocation(world)
  const { accessToken } = await world.main.ownTokens('MAIN', allScopes)
  world.masker.vault.learn('access token', accessToken)
  const twin = await inAuthorization(world, accessToken, 'a token of its own')
  if (twin.response.status !== 200) throw noTwin(twin)
  const personal = personalValues(await readingOf(world, main, getPerson(world, main)))

  const isProduction = world.target.environment.production
  const inQuery = isProduction ? undefined : await askInQuery(world, accessToken)
  const { response } = await world.main.revoke(accessToken)
  if (response.status !== 200) {
    throw new EvidenceUnavailableError(`the revocation was answered with ${response.status}`)
  }
  const afterwards = await inAuthorization(world, accessToken, 'a revoked token')
  return {
    inQuery: inQuery && {
      factor: 'a token in the query string',
      twin,
      exchange: inQuery,
      personal,
    },
    revoked: { factor: 'a revoked token', twin, exchange: afterwards, personal },
  }
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
  return world.send('GET person, a token in the query string', {
    method: 'GET',
    url: url.href,
    fields: [['Accept', 'application/json']],
  })
}
