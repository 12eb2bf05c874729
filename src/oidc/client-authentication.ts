import { importJWK, type JWK } from 'jose'
import {
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  modifyAssertion,
  PrivateKeyJwt,
  type ServerMetadata,
} from 'openid-client'
import { ConfigurationError } from '../config/configuration-error.ts'
import type { ClientAuthentication, Environment } from '../config/environment.ts'
import { contentJson, type Exchange, parseJson } from '../evidence/exchange.ts'
import { stringAt } from '../evidence/json.ts'
import { parseJws } from '../evidence/jws.ts'
import type { ValueKind } from '../evidence/masking/pseudonym.ts'

/**
 * How the client proves itself at the token endpoint: its secret by `client_secret_basic`, by
 * `client_secret_post` where the metadata offer only that, or an assertion under its private key.
 * @throws ConfigurationError where the private JWK cannot be used
 */
export const clientAuthenticationOf = async (
  environment: Pick<Environment, 'clientAuthentication' | 'keyName'>,
  metadata: ServerMetadata,
): Promise<ClientAuth> => {
  const own = environment.clientAuthentication
  if (own.method === 'client_secret')
    return postIsTheOnlyWay(metadata) ? ClientSecretPost(own.secret) : ClientSecretBasic(own.secret)
  return privateKeyJwt(own.jwk, environment.keyName)
}

/** Without the member, basic is what a provider supports (RFC 8414, 2). */
const postIsTheOnlyWay = (metadata: ServerMetadata): boolean => {
  const offered: unknown = metadata.token_endpoint_auth_methods_supported
  return (
    Array.isArray(offered) &&
    !offered.includes('client_secret_basic') &&
    offered.includes('client_secret_post')
  )
}

type PrivateJwk = Extract<ClientAuthentication, { method: 'private_key_jwt' }>['jwk']

const privateKeyJwt = async (jwk: PrivateJwk, keyName: string): Promise<ClientAuth> => {
  const key = await importJWK(jwk as JWK, algorithmOf(jwk)).catch(() => undefined)
  if (!(key instanceof CryptoKey) || key.type !== 'private')
    throw new ConfigurationError([
      `KRR_${keyName}_CLIENT_JWK must be the path of a private RSA or EC JWK, but the key in it cannot be ` +
        'used; set it in .env (see .env.example)',
    ])
  const kid = jwk['kid']
  const chain = jwk['x5c']
  return PrivateKeyJwt(typeof kid === 'string' ? { key, kid } : key, {
    // A client of an enterprise certificate is known by its chain, any other by its key's id.
    [modifyAssertion]: (header) => {
      if (Array.isArray(chain)) header['x5c'] = chain
    },
  })
}

const curves: Readonly<Record<string, string>> = {
  'P-256': 'ES256',
  'P-384': 'ES384',
  'P-521': 'ES512',
}

/** The algorithm that assertions under this key are signed by. */
export const algorithmOf = (jwk: PrivateJwk): string => {
  if (typeof jwk['alg'] === 'string') return jwk['alg']
  return jwk['kty'] === 'EC' ? (curves[String(jwk['crv'])] ?? 'ES256') : 'RS256'
}

/**
 * Whether a repeated request was refused for its `client_assertion`, which had arrived with the one before: it is used
 * once (RFC 7523, 3), and a request with a new one is accepted.
 */
export const isSpentAssertion = ({ failedAttempts, request, response }: Exchange): boolean =>
  failedAttempts.length > 0 &&
  new TextDecoder().decode(request.content).includes('client_assertion=') &&
  stringAt(contentJson(response), 'error') === 'invalid_client'

/** Hears of each secret and personal value the moment it exists, so that nothing shows it. */
export type OnSecret = (kind: ValueKind, value: string) => void

const parameters: readonly (readonly [name: string, kind: ValueKind])[] = [
  ['code', 'code'],
  ['code_verifier', 'code_verifier'],
  ['code_challenge', 'code_verifier'],
  ['client_assertion', 'client_assertion'],
  ['client_secret', 'client secret'],
  ['request_uri', 'request_uri'],
  ['login_hint', 'login_hint'],
  ['state', 'state'],
  ['nonce', 'nonce'],
  ['session_state', 'sid'],
  ['access_token', 'access token'],
  ['refresh_token', 'refresh token'],
  ['id_token', 'ID token'],
  ['id_token_hint', 'ID token'],
  ['token', 'token'],
]

/** Makes the secrets among form or query parameters known. */
export const learnParameters = (sent: URLSearchParams, onSecret: OnSecret): void => {
  for (const [name, kind] of parameters)
    for (const value of sent.getAll(name)) if (value !== '') onSecret(kind, value)
}

/** Makes the tokens of a token response known, and the persons that its JWTs name. */
export const learnTokenResponse = (content: string, onSecret: OnSecret): void => {
  const response = parseJson(content)
  for (const [name, kind] of parameters) {
    const value = stringAt(response, name)
    if (value === undefined || value === '') continue
    onSecret(kind, value)
    learnClaims(value, onSecret)
  }
}

const personalClaims = ['sub', 'sid', 'pid', 'name'] as const

const learnClaims = (token: string, onSecret: OnSecret): void => {
  const jws = parseJws(token)
  if (jws === undefined) return
  const claims = parseJson(new TextDecoder().decode(jws.payload))
  for (const claim of personalClaims) {
    const value = stringAt(claims, claim)
    if (value !== undefined && value !== '') onSecret(claim, value)
  }
}
