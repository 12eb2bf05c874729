import type { Environment } from '../config/environment.ts'
import type { EnvironmentKeys } from '../config/settings.ts'
import { contentJson } from '../evidence/exchange.ts'
import type { Send } from '../evidence/transport.ts'
import { type Client, createClient } from '../oidc/client.ts'
import { algorithmOf } from '../oidc/client-authentication.ts'
import { discoverProvider } from '../oidc/provider.ts'
import {
  clientIsAccepted,
  keyIsOffered,
  providerIsKnown,
  redirectUriIsAccepted,
  scopesAreGranted,
} from './examinations/provider.ts'
import { isProblem, type Line } from './line.ts'
import {
  askAuthorizationEndpoint,
  askTokenEndpoint,
  clockOf,
  grantedScopes,
  outcomeOf,
} from './probes.ts'

/** Examines ID-porten as far as the login needs it: metadata, client, redirect URI, scopes. */
export const examineProvider = async (
  environment: Environment,
  send: Send,
  keys: EnvironmentKeys,
): Promise<readonly Line[]> => {
  const onSecret = () => {}
  const discovered = await outcomeOf(discoverProvider({ ...environment, send, onSecret }))
  const common = {
    key: keys.ISSUER,
    hostsKey: keys.LOGIN_HOSTS,
    configuredIssuer: environment.issuer,
    loginHosts: environment.loginHosts,
  }
  if ('trouble' in discovered) return providerIsKnown({ ...common, outcome: discovered.trouble })
  const provider = discovered.value
  const { response } = provider.reading.metadata
  const outcome = { status: response.status, metadata: contentJson(response) }
  const lines = [...providerIsKnown({ ...common, outcome }), ...clockOf(provider.reading.metadata)]
  const stops: readonly string[] = [keys.ISSUER, keys.LOGIN_HOSTS]
  if (lines.some(({ state, key }) => state === 'problem' && stops.includes(key))) return lines
  const client = await createClient({ environment, provider, send, onSecret })
  return [...lines, ...(await examineLogin(client, environment, send, keys))]
}

const examineLogin = async (
  client: Client,
  environment: Environment,
  send: Send,
  keys: EnvironmentKeys,
): Promise<readonly Line[]> => {
  const proofKey =
    environment.clientAuthentication.method === 'client_secret'
      ? keys.CLIENT_SECRET
      : keys.CLIENT_JWK
  const [token, authorization] = await Promise.all([
    askTokenEndpoint(client),
    askAuthorizationEndpoint(client, send, environment.scopes),
  ])
  const common = { idKey: keys.CLIENT_ID, proofKey }
  const accepted = clientIsAccepted({
    ...common,
    outcome: token,
    isIdKnown: authorization.kind === 'redirected',
  })
  const redirect = redirectUriIsAccepted({
    ...common,
    redirectKey: keys.REDIRECT_URI,
    scopesKey: keys.SCOPES,
    redirectUri: environment.redirectUri,
    isClientAccepted: accepted.state === 'ok',
    outcome: authorization,
  })
  const own = environment.clientAuthentication
  const offered: unknown = client.metadata.token_endpoint_auth_signing_alg_values_supported
  const key =
    own.method === 'private_key_jwt'
      ? keyIsOffered({ key: keys.CLIENT_JWK, algorithm: algorithmOf(own.jwk), offered })
      : []
  const lines = [accepted, ...key, ...redirect]
  // Without a client that may log in, a login shows nothing new.
  if (lines.some(isProblem)) return lines
  const scopes = await scopeReading(environment, keys, client, send)
  return [...lines, ...scopesAreGranted(scopes)]
}

const scopeReading = async (
  environment: Environment,
  keys: EnvironmentKeys,
  client: Client,
  send: Send,
) => {
  const { login, production } = environment
  const common = {
    idKey: keys.CLIENT_ID,
    scopesKey: keys.SCOPES,
    declared: environment.scopes,
    pidKey: keys.PID,
    loginKey: keys.LOGIN,
    isOwnWay: login === 'headless',
  }
  // TestID's people are those of login_hint; MinID's and an operator's are not.
  if (production || (login !== 'headless' && login !== 'testid')) {
    return { ...common, outcome: undefined }
  }
  const asked = await outcomeOf(grantedScopes(environment, client, send))
  return { ...common, outcome: 'trouble' in asked ? asked.trouble : { granted: asked.value } }
}
