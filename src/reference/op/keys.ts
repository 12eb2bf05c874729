import { generateKeyPair, type KeyObject, sign, verify } from 'node:crypto'
import { promisify } from 'node:util'
import { calculateJwkThumbprint, decodeJwt, type JWK } from 'jose'
import type { ClientMetadata, Provider } from 'oidc-provider'
import { Provider as ProviderClass } from 'oidc-provider/lib/provider.js'
import type { JsonDocument } from './seams.ts'

/** The key pair that signs ID tokens and access tokens. Several providers may share one. */
export interface OpKeys {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  readonly privateJwk: JWK
  readonly publicJwk: JWK
}

const generate = promisify(generateKeyPair)

const digest = 'RSA-SHA256'

/** Makes an RSA key pair of 2048 bits for RS256; it takes some 140 ms. */
export const createOpKeys = async (): Promise<OpKeys> => {
  const { privateKey, publicKey } = await generate('rsa', { modulusLength: 2048 })
  const exported = publicKey.export({ format: 'jwk' }) as JWK
  const identity = { kid: await calculateJwkThumbprint(exported), use: 'sig', alg: 'RS256' }
  return {
    privateKey,
    publicKey,
    privateJwk: { ...(privateKey.export({ format: 'jwk' }) as JWK), ...identity },
    publicJwk: { ...exported, ...identity },
  }
}

/** Signs claims by RS256 as a compact JWS, whatever the header says. */
export const signCompact = (keys: OpKeys, header: JsonDocument, claims: JsonDocument): string => {
  const input = `${base64url(header)}.${base64url(claims)}`
  return `${input}.${sign(digest, Buffer.from(input), keys.privateKey).toString('base64url')}`
}

/** The `jti` of a JWT that these keys signed, expired or not; undefined for anything else. */
export const signedJti = (keys: OpKeys, compact: string): string | undefined => {
  const [header = '', payload = '', signature = ''] = compact.split('.')
  const input = Buffer.from(`${header}.${payload}`)
  if (!verify(digest, input, keys.publicKey, Buffer.from(signature, 'base64url'))) return undefined
  return decodeJwt(compact).jti
}

const base64url = (value: JsonDocument): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url')

/** A relying party that is registered with the provider. */
export interface OpClient {
  readonly clientId: string
  /** For client_secret_basic and client_secret_post. */
  readonly secret?: string
  /** The public key for private_key_jwt. */
  readonly jwk?: JWK
  readonly redirectUris: readonly string[]
  /** Whether it may be sent back to any address on loopback beside. */
  readonly allowsAnyLoopbackRedirect?: boolean | undefined
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
  // Of several hosts oidc-provider would fetch a document that names them all: the others are let in below.
  redirect_uris: client.redirectUris.slice(0, 1),
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

/** Lets clients be sent back to each of their addresses, and those that say so to any on loopback, after logout too. */
export const furtherRedirects = (provider: Provider, clients: readonly OpClient[]): void => {
  const prototype = provider.Client.prototype as unknown as Record<string, AllowsUri>
  const allow = (name: string, registered: (client: OpClient) => readonly string[]): void => {
    const usually = prototype[name]
    prototype[name] = function isAllowed(this: { readonly clientId: string }, uri) {
      const client = clients.find(({ clientId }) => clientId === this.clientId)
      if (client !== undefined && registered(client).includes(uri)) return true
      if (client?.allowsAnyLoopbackRedirect === true && isOnLoopback(uri)) return true
      return usually?.call(this, uri) === true
    }
  }
  allow('redirectUriAllowed', ({ redirectUris }) => redirectUris)
  allow('postLogoutRedirectUriAllowed', ({ postLogoutRedirectUris = [] }) => postLogoutRedirectUris)
}

type AllowsUri = (this: { readonly clientId: string }, uri: string) => boolean

const isOnLoopback = (uri: string): boolean =>
  URL.canParse(uri) &&
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(uri).hostname) &&
  /^https?:$/.test(new URL(uri).protocol) &&
  !uri.includes('#')

/** ID-porten's levels of assurance, lowest first. */
export const levels = ['idporten-loa-low', 'idporten-loa-substantial', 'idporten-loa-high'] as const

export type Level = (typeof levels)[number]

/** Whether the value is the name of a level. */
export const isLevel = (value: unknown): value is Level => levels.some((level) => level === value)

/** Whether this level is as high as the other one, or higher. */
export const reaches = (level: Level, required: Level): boolean =>
  levels.indexOf(level) >= levels.indexOf(required)

/** The lowest level that satisfies an `acr_values` parameter; low where it names none that is known. */
export const requiredLevel = (acrValues: unknown): Level => {
  // eIDAS's levels are the same ladder by another name.
  const asked =
    typeof acrValues === 'string' ? acrValues.replaceAll('eidas-', 'idporten-').split(' ') : []
  return levels.find((level) => asked.includes(level)) ?? 'idporten-loa-low'
}
