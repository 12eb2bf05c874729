import type { Receiver } from './address.ts'

/** How a test user is logged in (`KRR_<NAME>_LOGIN`). */
export const loginMethods = ['testid', 'minid', 'headless', 'operator'] as const
export type LoginMethod = (typeof loginMethods)[number]

/** How the client authenticates at the token endpoint. `jwk` is a private JWK (private_key_jwt). */
export type ClientAuthentication =
  | { readonly method: 'client_secret'; readonly secret: string }
  | { readonly method: 'private_key_jwt'; readonly jwk: Readonly<Record<string, unknown>> }

/** The `krr:user/*` scopes that a client can be registered for. */
export const userScopes = [
  'krr:user/kontaktinformasjon.read',
  'krr:user/digitalpost.read',
  'krr:user/spraak.write',
] as const
export type UserScope = (typeof userScopes)[number]

/** The test users by state, in the order of their keys; in an environment only those configured. */
export const personaNames = [
  'RESERVED',
  'DELETED',
  'EXPIRED',
  'UNREGISTERED',
  'MAIL_ONLY',
  'MOBILE_ONLY',
  'NO_MAILBOX',
] as const
export type PersonaName = (typeof personaNames)[number]

/**
 * One environment as the run needs it: complete and checked. Plain data, so that it can cross to the
 * worker that judges. Secrets are in it: never log or write it.
 */
export interface Environment {
  /** The canonical name: `test` for the alias `ver2`. */
  readonly name: string
  /** `NAME` of its keys: `MY_TEST` for `my-test`. */
  readonly keyName: string
  /** Known by its address, whatever the environment is called. */
  readonly production: boolean
  readonly apiUrl: string
  readonly issuer: string
  /** The published OpenAPI document; undefined: looked for on the API's origin. */
  readonly specUrl: string | undefined
  readonly clientId: string
  readonly clientAuthentication: ClientAuthentication
  /** The last day of the client's secret or key, `2027-06-30`; undefined: not told. */
  readonly clientSecretExpires: string | undefined
  readonly redirectUri: string
  /** The main test user's personidentifikator; undefined with an operator's login. */
  readonly pid: string | undefined
  readonly expect: readonly string[]
  /** The `krr:user/*` scopes that the client is registered for. */
  readonly scopes: readonly UserScope[]
  /** The home language that is restored to when no journal says otherwise. */
  readonly spraak: string | undefined
  readonly personas: Readonly<Partial<Record<PersonaName, string>>>
  readonly login: LoginMethod
  readonly minid: { readonly password: string; readonly oneTimeCode: string } | undefined
  readonly acrValues: string
  /** Where alone a login may lead and secrets may be sent: hosts, with their ports where those are unusual. */
  readonly loginHosts: readonly string[]
  /** How long a page of the login may take to answer. */
  readonly stepSeconds: number
  /** Whether unsafe methods may be used at all: `ALLOW_WRITE`, `--no-write` and production's consent. */
  readonly allowWrite: boolean
  /** Why not, naming the key or flag; undefined where writing is allowed. */
  readonly writeRefusal: string | undefined
  /** PEM of further roots trusted for TLS. */
  readonly ca: string | undefined
  /** PEM of each trust anchor of the JWS signer. */
  readonly trustAnchors: readonly string[]
  readonly jwsPin: string | undefined
  readonly jwsOrgnr: string
  readonly expiryWaitSeconds: number
  /** Undefined: unlimited. */
  readonly maxRequestsPerSecond: number | undefined
}

/** What holds for the whole run, whatever the environment. Secrets are in it. */
export interface RunSettings {
  readonly reportDir: string
  readonly stateDir: string
  readonly stateKey: string | undefined
  readonly signingJwk: string | undefined
  readonly browserPath: string | undefined
  readonly browserWs: string | undefined
  /** The limit of the whole run. */
  readonly runSeconds: number
  readonly contact: string | undefined
  /** Of pages, summary and notices. */
  readonly language: 'en' | 'nb'
  /** Who is told where a verdict changes. */
  readonly receivers: readonly Receiver[]
  readonly httpsProxy: string | undefined
  readonly noProxy: string | undefined
}
