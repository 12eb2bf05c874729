import {
  authorizationCodeGrant,
  type Configuration,
  refreshTokenGrant,
  type TokenEndpointResponse,
  tokenRevocation,
} from 'openid-client'
import type { Exchange } from '../evidence/exchange.ts'
import { type UnusableMember, unusableMembers } from '../evidence/token-members.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import type { PreparedAuthorization } from './authorization-request.ts'
import type { Client, RecordedUse } from './client.ts'
import { isSpentAssertion } from './client-authentication.ts'
import { describeRefusal, exchangeOf, transportError } from './refusal.ts'

/** The tokens of a token response that openid-client accepted, ID token validated where there is one. */
export interface GrantedTokens {
  readonly accessToken: string
  readonly idToken: string | undefined
  readonly refreshToken: string | undefined
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
  /** The same clock: until then the access token is good for certain, however late the response was read. */
  readonly goodUntil: number
  /** `scope` of the response, or undefined where it is silent. */
  readonly scope: string | undefined
}

/** What became of a token request: the tokens, or why openid-client refused the response. */
export type GrantOutcome =
  | { readonly granted: GrantedTokens; readonly refusal?: undefined }
  | { readonly granted?: undefined; readonly refusal: string }

/** A token request, raw, with what the library made of it. */
interface CodeExchange {
  readonly exchange: Exchange
  readonly outcome: GrantOutcome
}

/**
 * Exchanges the code of an authorization response. A response that openid-client refuses (`state`, `iss`)
 * is exchanged all the same, at the configured issuer's own endpoint, for the evidence; its tokens are
 * dropped and the outcome is the refusal.
 * @throws EvidenceUnavailableError where no token response came
 */
export const exchangeCode = async (
  client: Client,
  authorization: PreparedAuthorization,
  callback: URL,
): Promise<CodeExchange> => {
  const use = client.use('token request, authorization code')
  const outcome = await attempt(use, (configuration) =>
    authorizationCodeGrant(configuration, callback, checksOf(authorization)),
  )
  const [first] = use.exchanges
  if (first !== undefined) return { exchange: first, outcome }
  const again = await attempt(use, (configuration) =>
    authorizationCodeGrant(
      configuration,
      asItShouldBe(client, authorization, callback),
      checksOf(authorization),
    ),
  )
  const [exchange] = use.exchanges
  if (exchange === undefined)
    throw new EvidenceUnavailableError(`no token request could be made: ${again.refusal}`, {
      obstacle: { kind: 'login-answer', step: 'token request' },
    })
  return {
    exchange,
    outcome: { refusal: outcome.refusal ?? 'the authorization response was refused' },
  }
}

/**
 * Exchanges a refresh token, for fewer scopes than were granted where some are named (`openid profile` come with
 * them). Where no answer came it is sent again: had the lost one replaced it, it would be worth nothing any more.
 * @throws EvidenceUnavailableError where no acceptable response came
 */
export const refreshTokens = async (
  client: Client,
  refreshToken: string,
  narrower?: readonly string[],
): Promise<GrantedTokens> => {
  const scope = narrower && { scope: ['openid', 'profile', ...narrower].join(' ') }
  const request = async () => {
    const use = client.use('token request, refresh token', { mayRepeat: true })
    const outcome = await attempt(use, (configuration) =>
      refreshTokenGrant(configuration, refreshToken, scope),
    )
    return { outcome, isSpent: use.exchanges.some(isSpentAssertion) }
  }
  const { outcome: first, isSpent } = await request()
  const outcome = isSpent ? (await request()).outcome : first
  if (outcome.granted !== undefined) return outcome.granted
  throw new EvidenceUnavailableError(`the refresh of the tokens was refused: ${outcome.refusal}`, {
    obstacle: { kind: 'login-answer', step: 'token request, refresh token' },
  })
}

const checksOf = ({ codeVerifier, request }: PreparedAuthorization) => ({
  pkceCodeVerifier: codeVerifier,
  expectedState: request.state,
  expectedNonce: request.nonce,
  idTokenExpected: true,
})

const asItShouldBe = (client: Client, { request }: PreparedAuthorization, callback: URL): URL => {
  const url = new URL(callback)
  url.search = new URLSearchParams({
    code: callback.searchParams.get('code') ?? '',
    state: request.state,
    iss: client.environment.issuer,
  }).toString()
  return url
}

const attempt = async (
  use: RecordedUse,
  grant: (configuration: Configuration) => Promise<TokenEndpointResponse>,
): Promise<GrantOutcome> => {
  try {
    const response = await grant(use.configuration)
    const unusable = unusableMembers(response)
    if (unusable.length > 0) return { refusal: inWords(unusable) }
    return { granted: tokensOf(response, use.exchanges[0]) }
  } catch (error) {
    const trouble = transportError(error)
    if (trouble !== undefined && use.exchanges.length === 0) throw trouble
    return { refusal: trouble?.message ?? describeRefusal(error) }
  }
}

/** The library looks at types alone, and a value that no field may hold is never sent anywhere. */
const inWords = (unusable: readonly UnusableMember[]): string => {
  const members = unusable.map(({ name, expected }) => `${name} has to be ${expected}`)
  return `the token response cannot be used: ${members.join('; ')} (KRR-OP-005)`
}

/** What ID-porten's tokens live where the response says nothing that could be (KRR-OP-013). */
const usualLifetimeSeconds = 120

/** Ten years: whatever says more, or infinity, says nothing. */
const longestLifetimeSeconds = 315_360_000

const tokensOf = (
  response: TokenEndpointResponse,
  exchange: Exchange | undefined,
): GrantedTokens => {
  const stated = response.expires_in ?? 0
  const isLifetime = stated > 0 && stated <= longestLifetimeSeconds
  const lifetimeSeconds = isLifetime ? stated : usualLifetimeSeconds
  return {
    accessToken: response.access_token,
    idToken: response.id_token,
    refreshToken: response.refresh_token,
    expiresAt: (exchange?.receivedAt ?? Date.now()) + lifetimeSeconds * 1_000,
    goodUntil: (exchange?.startedAt ?? 0) + lifetimeSeconds * 1_000,
    scope: response.scope,
  }
}

/**
 * Revokes a token (RFC 7009) and gives the exchange, whatever the answer was. Where none came it is asked for again: of
 * a token that is revoked already the answer is the same (2.2).
 * @throws EvidenceUnavailableError where none came, or the metadata name no revocation endpoint
 */
export const revokeToken = async (client: Client, token: string): Promise<Exchange> => {
  const exchange = await request(client, token)
  return isSpentAssertion(exchange) ? request(client, token) : exchange
}

const request = async (client: Client, token: string): Promise<Exchange> => {
  const use = client.use('revocation request', { mayRepeat: true })
  return exchangeOf('revocation request', use.exchanges, tokenRevocation(use.configuration, token))
}
