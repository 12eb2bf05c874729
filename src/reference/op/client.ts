import type { JWK } from 'jose'
import type { ClientMetadata, Provider } from 'oidc-provider'
import { Provider as ProviderClass } from 'oidc-provider/lib/provider.js'

/** A relying party that is registered with the provider. */
export interface OpClient {
  readonly clientId: string
  /** For client_secret_basic and client_secret_post. */
  readonly secret?: string
  /** The public key for private_key_jwt. */
  readonly jwk?: JWK
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris?: readonly string[]
  /** Lifetime of access tokens, 120 s where nothing is said. */
  readonly accessTokenLifetimeSeconds?: number
  /** The `krr:user/*` scopes that it may ask for; all where nothing is said. */
  readonly scopes?: readonly string[] | undefined
  /** Organisation number in the `consumer` claim; Digdir's where nothing is said. */
  readonly orgnr?: string
}

/** The organisation number of Digdir, which the built-in clients belong to. */
export const digdirOrgnr = '991825827'

/** The registration in the words of OpenID Connect Dynamic Client Registration 1.0. */
export const clientMetadata = (client: OpClient): ClientMetadata => ({
  client_id: client.clientId,
  redirect_uris: [...client.redirectUris],
  post_logout_redirect_uris: [...(client.postLogoutRedirectUris ?? [])],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  subject_type: 'pairwise',
  token_endpoint_auth_method:
    client.secret === undefined ? 'private_key_jwt' : 'client_secret_basic',
  ...(client.secret === undefined ? {} : { client_secret: client.secret }),
  ...(client.scopes === undefined
    ? {}
    : { scope: ['openid', 'profile', ...client.scopes].join(' ') }),
  ...(client.jwk === undefined ? {} : { jwks: { keys: [{ ...client.jwk }] } }),
})

/**
 * Lets a client that has both a secret and a key authenticate by either. oidc-provider holds each
 * client to one method, except that basic and post stand for each other.
 */
export const clientsByEitherMethod = (provider: Provider): void => {
  Object.defineProperty(provider.Client.prototype, 'clientAuthMethod', {
    get(this: { readonly jwks?: unknown; readonly tokenEndpointAuthMethod: string }) {
      const asserted = ProviderClass.ctx?.oidc?.params?.['client_assertion'] !== undefined
      return asserted && this.jwks !== undefined ? 'private_key_jwt' : this.tokenEndpointAuthMethod
    },
  })
}
