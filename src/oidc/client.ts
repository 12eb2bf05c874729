import {
  allowInsecureRequests,
  type ClientAuth,
  Configuration,
  clockSkew,
  customFetch,
  enableNonRepudiationChecks,
  genericGrantRequest,
  type JWKS,
  type ServerMetadata,
  setJwksCache,
} from 'openid-client'
import type { Environment } from '../config/environment.ts'
import { clocksApartMs } from '../evidence/clock.ts'
import { contentJson, type Exchange } from '../evidence/exchange.ts'
import { isJsonObject, valueAt } from '../evidence/json.ts'
import { EvidenceUnavailableError, type Send } from '../evidence/transport.ts'
import { clientAuthenticationOf, type OnSecret } from './client-authentication.ts'
import { isLoopbackUrl, requireOwn } from './own-hosts.ts'
import { type Provider, type RecordingFetchOptions, recordingFetch } from './provider.ts'
import { exchangeOf } from './refusal.ts'

/** What the client needs to know of the environment. */
type ClientEnvironment = Pick<
  Environment,
  | 'loginHosts'
  | 'issuer'
  | 'clientId'
  | 'clientAuthentication'
  | 'redirectUri'
  | 'acrValues'
  | 'keyName'
>

/** One use of the client: openid-client's configuration and the exchanges made with it. */
export interface RecordedUse {
  readonly configuration: Configuration
  readonly exchanges: readonly Exchange[]
}

/** The relying party: ID-porten as discovered, the client's credentials, and a recorder for each use. */
export interface Client {
  readonly environment: ClientEnvironment
  readonly provider: Provider
  readonly metadata: ServerMetadata
  /** The JWK Set as it came last: it is asked for again where a token names a key that is not in it. */
  readonly jwks: Exchange
  readonly onSecret: OnSecret
  /**
   * A configuration of its own for each use, so that parallel flows do not mix their exchanges. `mayRepeat`: a request
   * that had no answer is sent again, though it may have arrived.
   */
  use(label: string, options?: Pick<RecordingFetchOptions, 'mayRepeat'>): RecordedUse
}

interface ClientOptions {
  readonly environment: ClientEnvironment
  readonly provider: Provider
  readonly send: Send
  readonly onSecret: OnSecret
}

/**
 * Makes the relying party. ID tokens are validated with their signature, by the JWK Set already fetched.
 * @throws EvidenceUnavailableError where the provider's metadata must not be used, or lead elsewhere with a secret
 * @throws ConfigurationError where the client's private JWK cannot be used
 */
export const createClient = async (options: ClientOptions): Promise<Client> => {
  const { environment, provider, send, onSecret } = options
  const metadata = provider.metadata
  if (metadata === undefined) throw new EvidenceUnavailableError(whyUnusable(provider))
  // Before anything is entered: a code that cannot be exchanged is worth nothing.
  for (const name of ['authorization_endpoint', 'token_endpoint'] as const) {
    const url: unknown = metadata[name]
    if (typeof url === 'string') requireOwn(environment, url, `"${name}" of the metadata`)
  }
  const authentication = await clientAuthenticationOf(environment, metadata)
  let jwks = provider.reading.jwks
  const jwksUri = provider.reading.jwks.request.url
  const sendAndKeep: Send = async (label, request) => {
    const exchange = await send(label, request)
    if (request.url === jwksUri && exchange.response.status === 200) jwks = exchange
    return exchange
  }
  return {
    environment,
    provider,
    metadata,
    onSecret,
    get jwks() {
      return jwks
    },
    use(label, { mayRepeat } = {}) {
      const recording = recordingFetch({
        send: sendAndKeep,
        onSecret,
        label,
        jwksUri,
        ...environment,
        mayRepeat,
      })
      const configuration = configure(options, metadata, authentication)
      configuration[customFetch] = recording.fetch
      useFetchedKeys(configuration, jwks)
      return { configuration, exchanges: recording.exchanges }
    },
  }
}

const whyUnusable = ({ reading }: Provider): string => {
  const { response } = reading.metadata
  const { status } = response
  if (!isJsonObject(contentJson(response)))
    return `GET provider metadata: no JSON object came (status ${status})`
  return (
    'GET provider metadata: they do not name the configured issuer (KRR-OP-001), so they must not be used ' +
    '(RFC 8414, 3.3): nobody is logged in, and no secret is sent to their endpoints'
  )
}

const configure = (
  { environment, provider }: ClientOptions,
  metadata: ServerMetadata,
  authentication: ClientAuth,
): Configuration => {
  // With a clock that is wrong the library would refuse every ID token, and no rule had anything to judge.
  const { metadata: one, jwks: other } = provider.reading
  const skewSeconds = Math.round((clocksApartMs([one, other]) ?? 0) / 1_000)
  const own = { [clockSkew]: skewSeconds }
  const configuration = new Configuration(metadata, environment.clientId, own, authentication)
  if (isLoopbackUrl(environment.issuer)) allowInsecureRequests(configuration)
  enableNonRepudiationChecks(configuration)
  return configuration
}

/** So old must a JWK Set be for the library to ask for it again where a key is not in it. */
const oldSeconds = 61

/**
 * Where the JWK Set is none, the library fetches it itself and refuses it in its own words. A key that is not in it makes
 * it ask once more (OIDC Core, 10.1.1), but not again and again: what has just come is taken for new. The same key twice
 * is one key.
 */
const useFetchedKeys = (configuration: Configuration, exchange: Exchange): void => {
  const keys = valueAt(contentJson(exchange.response), 'keys')
  if (!Array.isArray(keys)) return
  const distinct = new Map(keys.map((key) => [JSON.stringify(key), key]))
  const isAskedAgain = exchange.label !== 'GET JWK Set'
  setJwksCache(configuration, {
    jwks: { keys: [...distinct.values()] } as JWKS,
    uat: Math.floor(Date.now() / 1_000) - (isAskedAgain ? 0 : oldSeconds),
  })
}

/**
 * Sends the token endpoint a code that nobody issued: a client that is accepted hears `invalid_grant`, one that is
 * not `invalid_client` (RFC 6749, 5.2). No person has any part in it.
 * @throws EvidenceUnavailableError where no answer came
 */
export const probeClient = async (client: Client): Promise<Exchange> => {
  const use = client.use('token request, with a code that nobody issued', { mayRepeat: true })
  const request = genericGrantRequest(use.configuration, 'authorization_code', {
    code: 'a-code-that-nobody-issued',
    code_verifier: 'a-code-verifier-that-no-challenge-was-made-of',
    redirect_uri: client.environment.redirectUri,
  })
  return exchangeOf('token request', use.exchanges, request)
}
