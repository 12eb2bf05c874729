import type { Environment } from '../config/environment.ts'
import type { AuthorizationRequest } from '../evidence/login.ts'
import type { Persona } from '../evidence/person-reading.ts'
import type { PreparedAuthorization } from '../oidc/authorization-request.ts'

/** Builds the authorization request once the driver knows by which way it goes. */
export type Prepare = (way: {
  readonly prompt?: AuthorizationRequest['prompt']
  readonly loginHint?: string
}) => Promise<PreparedAuthorization>

/** An authorization request and the redirect that answered it. */
export interface Authorized {
  readonly authorization: PreparedAuthorization
  /** The redirect URI with the response's parameters; it was caught, never requested. */
  readonly callback: URL
}

/** What a login needs to know of the environment. */
export type LoginEnvironment = Pick<
  Environment,
  | 'keyName'
  | 'production'
  | 'issuer'
  | 'redirectUri'
  | 'acrValues'
  | 'loginHosts'
  | 'stepSeconds'
  | 'login'
  | 'minid'
  | 'allowWrite'
  | 'writeRefusal'
>

/** The user agent's part of the authorization code flow, with one single sign-on session a persona. */
export interface LoginDriver {
  /**
   * Brings an authorization request to its redirect, with a form only where no session answers it.
   * @throws EvidenceUnavailableError where it stops on the way: the step, the page's title
   */
  authorize(persona: Persona, prepare: Prepare): Promise<Authorized>
  /** How many times a form was filled in. */
  readonly formLogins: number
  close(): Promise<void>
}

/** The first of the requested levels: the one that a login is made at. */
export const requestedLevel = (environment: Pick<Environment, 'acrValues'>): string =>
  environment.acrValues.split(' ')[0] ?? ''
