import { contentJson, type Exchange } from '../../evidence/exchange.ts'
import { stringAt } from '../../evidence/json.ts'
import type { ExpiredUse, Refusal, RefusedWrite } from '../../evidence/refusal.ts'
import { EvidenceUnavailableError } from '../../evidence/transport.ts'
import { bearer } from '../../krr/person-api.ts'
import { leewayMs } from '../../rules/auth/004-expired-tokens-are-refused.ts'
import { isLetIn } from '../../rules/auth/let-in.ts'
import { allScopes } from '../declared-scopes.ts'
import { once } from '../once.ts'
import { getPerson, readingOf } from '../readings.ts'
import { noTwin, personalValues } from '../refusals.ts'
import type { World } from '../world.ts'
import { openStandingLanguage, type PatchCredentials } from './standing-language.ts'

/** The life of a token that nothing else uses, from a login of its own to its revocation. */
interface EndedToken {
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

/** So long is waited whatever the settings say: the tokens of the embedded environment live for a second. */
const briefMs = 1_500

/** Past the leeway by more than a clock is read wrong. */
const marginMs = 1_000

/**
 * Uses a token as soon as it has expired, and where it was let in within the leeway once more after that, as far as
 * `EXPIRY_WAIT_SECONDS` allows.
 * @throws EvidenceUnavailableError where it allows no judgement
 */
export const useWhenExpired = async (
  world: World,
  use: (authorization: string) => Promise<Refusal | RefusedWrite>,
): Promise<ExpiredUse> => {
  const { expiryWaitSeconds, keyName } = world.target.environment
  const { accessToken, expiresAt } = await world.main.tokensToExpire()
  world.masker.vault.learn('access token', accessToken)
  const patienceMs = Math.max(briefMs, expiryWaitSeconds * 1_000)
  const deadline = (await world.main.waitUntil(0)) + patienceMs

  const useAt = async (time: number, otherwise: string): Promise<ExpiredUse> => {
    if (time > deadline) {
      const seconds = Math.ceil((time - deadline + patienceMs) / 1_000)
      throw new EvidenceUnavailableError(
        `${otherwise}; KRR_${keyName}_EXPIRY_WAIT_SECONDS=${seconds} would wait for it`,
        { verdict: 'not-exercised' },
      )
    }
    const now = await world.main.waitUntil(time)
    return { ...(await use(bearer(accessToken))), lateByMs: now - expiresAt }
  }

  const first = await useAt(expiresAt, 'the token has not expired yet')
  if (!isLetIn(first) || first.lateByMs > leewayMs) return first
  return useAt(
    expiresAt + leewayMs + marginMs,
    `accepted ${Math.floor(first.lateByMs / 1_000)} s after its expiry, which is within the leeway of ${leewayMs / 1_000} s`,
  )
}
