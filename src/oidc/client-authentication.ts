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
