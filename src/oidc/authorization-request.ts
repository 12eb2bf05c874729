import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { AuthorizationRequest } from '../evidence/login.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import type { Client } from './client.ts'
import { learnParameters } from './client-authentication.ts'
import { requireOwn } from './own-hosts.ts'
import { describeRefusal } from './refusal.ts'

/** An authorization request ready to be sent, and what its response is compared with. */
export interface PreparedAuthorization {
  readonly url: string
  readonly request: AuthorizationRequest
  readonly codeVerifier: string
}

export interface AuthorizationOptions {
  /** The `krr:user/*` scopes; `openid profile` come with them. */
  readonly scopes: readonly string[]
  readonly prompt: AuthorizationRequest['prompt']
  readonly loginHint: string | undefined
}

/**
 * Builds an authorization request with PKCE (RFC 7636), `state` and `nonce` of its own.
 * @throws EvidenceUnavailableError where the metadata name no usable authorization endpoint
 */
export const prepareAuthorization = async (
  client: Client,
  options: AuthorizationOptions,
): Promise<PreparedAuthorization> => {
  const { environment } = client
  const codeVerifier = randomPKCECodeVerifier()
  const request: AuthorizationRequest = {
    clientId: environment.clientId,
    redirectUri: environment.redirectUri,
    scopes: ['openid', 'profile', ...options.scopes],
    state: randomState(),
    nonce: randomNonce(),
    acrValues: environment.acrValues,
    prompt: options.prompt,
  }
  const parameters = new URLSearchParams({
    redirect_uri: request.redirectUri,
    scope: request.scopes.join(' '),
    state: request.state,
    nonce: request.nonce,
    acr_values: request.acrValues,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    // The page objects locate by Norwegian label.
    ui_locales: 'nb',
  })
  if (options.prompt !== undefined) parameters.set('prompt', options.prompt)
  if (options.loginHint !== undefined) parameters.set('login_hint', options.loginHint)
  client.onSecret('code_verifier', codeVerifier)
  learnParameters(parameters, client.onSecret)
  return { url: authorizationUrl(client, parameters), request, codeVerifier }
}

const authorizationUrl = (client: Client, parameters: URLSearchParams): string => {
  const { configuration } = client.use('authorization request')
  try {
    const url = buildAuthorizationUrl(configuration, parameters)
    return requireOwn(client.environment, url.href, '"authorization_endpoint"')
  } catch (error) {
    if (error instanceof EvidenceUnavailableError) throw error
    throw new EvidenceUnavailableError(`authorization request: ${describeRefusal(error)}`)
  }
}
