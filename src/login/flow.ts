import { contentJson } from '../evidence/exchange.ts'
import { stringAt } from '../evidence/json.ts'
import type { LoginReading } from '../evidence/login.ts'
import type { KrrScope, Persona } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { prepareAuthorization } from '../oidc/authorization-request.ts'
import type { Client } from '../oidc/client.ts'
import { learnParameters } from '../oidc/client-authentication.ts'
import { errorCode } from '../oidc/refusal.ts'
import { exchangeCode, type GrantOutcome } from '../oidc/token-request.ts'
import { meaningOf } from './error-page.ts'
import type { Authorized, LoginDriver } from './login-driver.ts'

export interface FlowOptions {
  readonly client: Client
  readonly driver: LoginDriver
  readonly persona: Persona
  readonly expectedPid: string | undefined
  readonly scopes: readonly KrrScope[]
}

/** One authorization code flow, to its end: the raw evidence and what the library made of it. */
export interface Flow extends Authorized {
  readonly reading: LoginReading
  readonly outcome: GrantOutcome
}

/**
 * Gets an authorization code and leaves it unused.
 * @throws EvidenceUnavailableError where the authorization response carries none
 */
const authorize = async (options: FlowOptions): Promise<Authorized> => {
  const { client, driver, persona, scopes } = options
  const authorized = await driver.authorize(persona, ({ prompt, loginHint }) =>
    prepareAuthorization(client, { scopes, prompt, loginHint }),
  )
  const response = authorized.callback.searchParams
  learnParameters(response, client.onSecret)
  const error = response.get('error')
  if (error !== null)
    throw new EvidenceUnavailableError(
      `login of ${persona} for ${named(scopes)}: the authorization response is the error ${errorCode(error)}${meant(errorCode(error), client)}`,
      { obstacle: { kind: 'login-refused' } },
    )
  if (!response.has('code'))
    throw new EvidenceUnavailableError(
      `login of ${persona} for ${named(scopes)}: the authorization response carries no code`,
      { obstacle: { kind: 'login-answer', step: 'authorization response' } },
    )
  return authorized
}

/** What the code means here, where that is known. */
const meant = (code: string, { environment }: Client): string => {
  const meaning = meaningOf(code, environment.keyName)
  return meaning === undefined ? '' : `: ${meaning}`
}

/**
 * Runs an authorization code flow to its token response. A code whose exchange got no answer is spent: then
 * another flow is run, silently, for the session is there by then.
 * @throws EvidenceUnavailableError where no token response came, or the client was not accepted
 */
export const runFlow = async (options: FlowOptions): Promise<Flow> => {
  const flow = await withNewCodes(options, (authorized) => exchange(options, authorized))
  requireAcceptedClient(flow, options)
  return flow
}

/** So many codes are tried where the exchange of one gets no answer. */
const codesAtMost = 3

/**
 * Uses a code, and another one where that got no answer; a login that is refused is not tried again.
 * @throws EvidenceUnavailableError where none of them got an answer, or no code came
 */
export const withNewCodes = async <Used>(
  options: FlowOptions,
  use: (authorized: Authorized) => Promise<Used>,
): Promise<Used> => {
  for (let codes = 1; ; codes += 1) {
    const authorized = await authorize(options)
    try {
      return await use(authorized)
    } catch (error) {
      if (codes === codesAtMost || !(error instanceof EvidenceUnavailableError)) throw error
    }
  }
}

/** A client that is not accepted is a setting of ours, and says nothing of the provider (RFC 6749, 5.2). */
const requireAcceptedClient = ({ reading }: Flow, { client, persona }: FlowOptions): void => {
  if (stringAt(contentJson(reading.token.response), 'error') !== 'invalid_client') return
  const { keyName, clientAuthentication } = client.environment
  const key = clientAuthentication.method === 'client_secret' ? 'CLIENT_SECRET' : 'CLIENT_JWK'
  throw new EvidenceUnavailableError(
    `login of ${persona}: ID-porten does not accept the client (invalid_client): KRR_${keyName}_CLIENT_ID or KRR_${keyName}_${key} is not as registered`,
    { obstacle: { kind: 'client-registration', step: 'token request' } },
  )
}

const exchange = async (options: FlowOptions, authorized: Authorized): Promise<Flow> => {
  const { client, persona, expectedPid } = options
  const { authorization, callback } = authorized
  const token = await exchangeCode(client, authorization, callback)
  const reading: LoginReading = {
    provider: { ...client.provider.reading, jwks: client.jwks },
    persona,
    expectedPid,
    request: authorization.request,
    callback: [...callback.searchParams],
    token: token.exchange,
  }
  return { authorization, callback, reading, outcome: token.outcome }
}

const named = (scopes: readonly KrrScope[]): string =>
  scopes.length === 0 ? 'no krr scope' : scopes.join(' ')
