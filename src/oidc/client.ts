import {
  allowInsecureRequests,
  type ClientAuth,
  Configuration,
  clockSkew,
  customFetch,
  enableNonRepudiationChecks,
  type JWKS,
  type ServerMetadata,
  setJwksCache,
} from 'openid-client'
import type { Environment } from '../config/environment.ts'
import { clocksApartMs } from '../evidence/clock.ts'
import type { Exchange } from '../evidence/exchange.ts'
import { valueAt } from '../evidence/json.ts'
import { contentJson } from '../evidence/message.ts'
import type { Send } from '../evidence/transport.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import { clientAuthenticationOf } from './client-authentication.ts'
import { isLoopbackUrl } from './loopback.ts'
import type { Provider } from './provider.ts'
import { type RecordingFetchOptions, recordingFetch } from './recording-fetch.ts'
import type { OnSecret } from './secrets.ts'

/** What the client needs to know of the environment. */
type ClientEnvironment = Pick<
  Environment,
  'issuer' | 'clientId' | 'clientAuthentication' | 'redirectUri' | 'acrValues' | 'keyName'
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
  readonly onSecret: OnSecret
  /**
   * A configuration of its own for each use, so that parallel flows do not mix their exchanges. `mayRepeat`: a request
   * that had no answer is sent again, though it may have arrived.
   */
  use(label: string, options?: Pick<RecordingFetchOptions, 'mayRepeat'>): RecordedUse
}

export interface ClientOptions {
  readonly environment: ClientEnvironment
  readonly provider: Provider
  readonly send: Send
  readonly onSecret: OnSecret
}

/**
 * Makes the relying party. ID tokens are validated with their signature, by the JWK Set already fetched.
 * @throws EvidenceUnavailableError where the provider's metadata are no JSON object
 * @throws ConfigurationError where the client's private JWK cannot be used
 */
export const createClient = async (options: ClientOptions): Promise<Client> => {
  const { environment, provider, send, onSecret } = options
  const metadata = provider.metadata
  if (metadata === undefined)
    throw new EvidenceUnavailableError(
      `GET provider metadata: no JSON object came (status ${provider.reading.metadata.response.status})`,
    )
  const authentication = await clientAuthenticationOf(environment, metadata)
  return {
    environment,
    provider,
    metadata,
    onSecret,
    use(label, { mayRepeat } = {}) {
      const recording = recordingFetch({
        send,
        onSecret,
        label,
        redirectUri: environment.redirectUri,
        mayRepeat,
      })
      const configuration = configure(options, metadata, authentication)
      configuration[customFetch] = recording.fetch
      useFetchedKeys(configuration, provider.reading.jwks)
      return { configuration, exchanges: recording.exchanges }
    },
  }
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

/** Where the JWK Set is none, the library fetches it itself and refuses it in its own words. */
const useFetchedKeys = (configuration: Configuration, exchange: Exchange): void => {
  const jwks = contentJson(exchange.response)
  if (!Array.isArray(valueAt(jwks, 'keys'))) return
  setJwksCache(configuration, {
    jwks: jwks as JWKS,
    uat: Math.floor(exchange.receivedAt / 1_000),
  })
}
