import type { Exchange } from '../evidence/exchange.ts'
import type { CodeMisuse, LoginReading, ProviderReading, SilentAttempt } from '../evidence/login.ts'
import type { KrrScope, Persona } from '../evidence/person-reading.ts'

/** The tokens of one grant, in memory only. */
export interface Tokens {
  readonly accessToken: string
  /** Empty where a refreshed one was not given. */
  readonly idToken: string
  /** The person whom the ID token of the login names, or undefined where it names none. */
  readonly pid: string | undefined
  readonly refreshToken: string | undefined
  /** Milliseconds since the epoch at which the access token expires. */
  readonly expiresAt: number
  /** The same clock: until then it is good for certain, however late the token response was read. */
  readonly goodUntil: number
  /** The `krr:user/*` scopes granted, from the token response, or the request where it is silent. */
  readonly granted: readonly KrrScope[]
}

/** A grant as it outlives its access token. */
export interface HeldGrant {
  readonly scopes: readonly KrrScope[]
  readonly refreshToken: string
}

/** A further client of the same environment, by client secret, whose access tokens live for a moment. */
export interface ShortLivedClient {
  readonly id: string
  readonly secret: string
}

/**
 * Logged-in sessions with one environment, one for each persona. The first call for a persona logs
 * in by the configured method; all further scope combinations come silently through the same
 * single sign-on session. It lives in the main process, so that the register can always be put back.
 */
export interface Session {
  /** The provider's metadata and JWK Set, fetched once. */
  provider(): Promise<ProviderReading>
  /**
   * One authorization code flow for these scopes (with `openid profile`), memoised by persona and scopes.
   * It resolves as soon as there is raw evidence, also when a library refused it.
   * @throws EvidenceUnavailableError where there is none: the login step, the page's title
   */
  login(persona: Persona, scopes: readonly KrrScope[]): Promise<LoginReading>
  /**
   * Tokens that live for 30 s or more, or half of what they can where that is less; renewed where they would not.
   * @throws EvidenceUnavailableError where the login failed or its answer was refused
   */
  tokens(persona: Persona, scopes: readonly KrrScope[]): Promise<Tokens>
  /** Tokens of a flow of their own, that nothing else uses: they may be revoked or run out. */
  ownTokens(persona: Persona, scopes: readonly KrrScope[]): Promise<Tokens>
  /**
   * Tokens of a login made now, whoever has to be asked for it: where the ones at hand are refused and the register is
   * not put back yet.
   */
  tokensAnew(persona: Persona, scopes: readonly KrrScope[]): Promise<Tokens>
  /**
   * Tokens of the main test user with all scopes that are left to expire: those of the short-lived client, or else the
   * first ones of the run, renewed or not. The same ones whenever they are asked for.
   */
  tokensToExpire(): Promise<Tokens>
  /** What answers a request with `prompt=none` of somebody who has never logged in; nothing is shown or entered. */
  silentAttempt(): Promise<SilentAttempt>
  /** A login of its own whose code is sent twice, or with another verifier. Never put a token at stake that is in use. */
  misuseCode(misuse: CodeMisuse['misuse']): Promise<CodeMisuse>
  /** Revokes the token at the revocation endpoint (RFC 7009). */
  revoke(token: string): Promise<Exchange>
  /** How many times a form was filled in, or an operator asked. */
  readonly formLogins: number
  /** The main person's personidentifikator: the test user's, or the operator's as soon as they have logged in. */
  readonly mainPid: string | undefined
  /** The grants of the main person, with the refresh tokens that are good now. */
  heldGrants(): Promise<readonly HeldGrant[]>
  /** Revokes the grants of a person who logged in by themselves or beforehand, once; trouble is left alone. */
  relinquish(): Promise<void>
  /** Ends every wait for a person: the run was interrupted. */
  interrupt(): void
  close(): Promise<void>
}
