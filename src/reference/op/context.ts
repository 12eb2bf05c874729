import type { KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { PassThrough } from '../seams.ts'
import type { OpClient, OpKeys } from './keys.ts'

/** What the login asks a person beside who they are. */
export interface OpAsks {
  /** A page that has contact information confirmed, once per person. */
  readonly contactInformation?: boolean
  /** A consent page for `krr:user/*` scopes, once per person, client and scope set. */
  readonly consent?: boolean
}

/** Where the login's pages are, as origins, where they are not at the issuer's. */
export interface OpHosts {
  /** The authorization endpoint, the choice of electronic identity, and logout. */
  readonly login: string
  readonly testid: string
  readonly minid: string
}

/** What the parts of one provider share. */
export interface OpParts {
  readonly issuer: string
  readonly keys: OpKeys
  readonly clients: readonly OpClient[]
  readonly asks: OpAsks
  readonly seams: PassThrough
  /** Whether each use of a refresh token gives another one, and ends the one that was used. */
  readonly rotatesRefreshTokens: boolean
  /** Undefined where everything is at the issuer's host. */
  readonly hosts: OpHosts | undefined
}

/** A request on its way through the steps; `oidc` is there once the provider has matched its route. */
export type OpContext = KoaContextWithOIDC

/** One step between the request and the provider: it may answer, or mend what the provider answered. */
export type OpMiddleware = (context: OpContext, next: () => Promise<void>) => Promise<void>

/** Makes a step for this provider. */
export type OpStep = (provider: Provider, parts: OpParts) => OpMiddleware

/** Endpoint paths as ID-porten has them (oidc_func_wellknown.md). */
export const paths = {
  authorization: '/authorize',
  token: '/token',
  userinfo: '/userinfo',
  pushed_authorization_request: '/par',
  introspection: '/token/introspect',
  revocation: '/token/revoke',
  jwks: '/jwks.json',
  end_session: '/logout',
} as const

/** Where the provider's metadata is (OpenID Connect Discovery 1.0, 4). */
export const metadataPath = '/.well-known/openid-configuration'

/** Lifetimes in seconds (oidc_func_clientreg.md, oidc_func_sso.md). */
export const lifetimes = {
  accessToken: 120,
  authorization: 7200,
  code: 120,
  idToken: 120,
  interaction: 900,
  pushedRequest: 120,
  refreshToken: 600,
  sessionIdle: 1800,
  session: 7200,
} as const

/** Seconds since the epoch. */
export const epochSeconds = (): number => Math.floor(Date.now() / 1000)
