import type { Exchange, FieldLine } from './exchange.ts'
import type { Persona } from './person-reading.ts'

/** ID-porten's metadata and keys as they came, before a library refuses them. */
export interface ProviderReading {
  /** The issuer as configured, byte for byte. */
  readonly configuredIssuer: string
  /** The environment's hosts, to which alone a login's secrets are sent. */
  readonly loginHosts: readonly string[]
  readonly metadata: Exchange
  readonly jwks: Exchange
}

/** The authorization request that was sent. */
export interface AuthorizationRequest {
  readonly clientId: string
  readonly redirectUri: string
  /** All scopes, `openid` and `profile` among them. */
  readonly scopes: readonly string[]
  readonly state: string
  readonly nonce: string
  readonly acrValues: string
  readonly prompt: 'login' | 'none' | undefined
}

/** One authorization code flow, raw: judged whether or not a library accepted it. */
export interface LoginReading {
  /** When it was made, of a login before the run: secrets and person are pseudonyms in it. */
  readonly madeAt?: string | undefined
  readonly provider: ProviderReading
  readonly persona: Persona
  /** The expected `pid`; undefined with an operator's login, whose own is then the expected one. */
  readonly expectedPid: string | undefined
  readonly request: AuthorizationRequest
  /** The parameters of the authorization response, in order. */
  readonly callback: readonly FieldLine[]
  readonly token: Exchange
}

/** An authorization request with `prompt=none` that nobody's session goes with, and the first answer to it. */
export interface SilentAttempt {
  readonly request: AuthorizationRequest
  readonly exchange: Exchange
}

/** A code sent twice, or with another verifier: the last token response must be a refusal. */
export interface CodeMisuse {
  readonly misuse: 'replayed' | 'other code_verifier'
  /** The exchange of a code in order, by the same client in the same run. */
  readonly twin: Exchange
  readonly exchange: Exchange
}
