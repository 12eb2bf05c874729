import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { FieldLine, HttpResponse } from '../../evidence/exchange.ts'
import type { JsonObject } from '../../evidence/json.ts'
import type { AuthorizationRequest, LoginReading, ProviderReading } from '../../evidence/login.ts'
import { sampleExchange, samplePid } from '../body/sample-reading.fixture.ts'

export const sampleIssuer = 'https://idporten.example'

/** Seconds since the epoch at which the sample token response had come. */
export const receivedAt = sampleExchange().receivedAt / 1000

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** The provider's public key as its JWK Set shows it. */
export const sampleJwk: JsonObject = {
  ...publicKey.export({ format: 'jwk' }),
  kid: 'key-1',
  use: 'sig',
  alg: 'RS256',
}

const sampleMetadata: JsonObject = {
  issuer: sampleIssuer,
  authorization_endpoint: 'https://login.idporten.example/authorize',
  token_endpoint: `${sampleIssuer}/token`,
  jwks_uri: `${sampleIssuer}/jwks.json`,
  response_types_supported: ['code'],
  code_challenge_methods_supported: ['S256'],
  authorization_response_iss_parameter_supported: true,
}

const sampleRequest: AuthorizationRequest = {
  clientId: 'client-1',
  redirectUri: 'http://localhost:3000/callback',
  scopes: ['openid', 'profile', 'krr:user/kontaktinformasjon.read', 'krr:user/spraak.write'],
  state: 'state-1',
  nonce: 'nonce-1',
  acrValues: 'idporten-loa-substantial',
  prompt: undefined,
}

const sampleIdTokenClaims: JsonObject = {
  iss: sampleIssuer,
  sub: 'subject-1',
  aud: 'client-1',
  exp: receivedAt + 120,
  iat: receivedAt,
  nonce: 'nonce-1',
  acr: 'idporten-loa-substantial',
  pid: samplePid,
}

const sampleAccessTokenClaims: JsonObject = {
  iss: sampleIssuer,
  client_id: 'client-1',
  pid: samplePid,
  scope: sampleRequest.scopes.join(' '),
  exp: receivedAt + 120,
}

/** How the JWT of a test is signed: by the provider's key with RS256 unless it says otherwise. */
export interface Signing {
  readonly header?: JsonObject
  readonly key?: KeyObject
  readonly hash?: null
}

export const signJwt = (
  claims: JsonObject,
  { header, key = privateKey, hash }: Signing = {},
): string => {
  const input = [{ alg: 'RS256', kid: 'key-1', ...header }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${input}.${sign(hash === null ? null : 'sha256', Buffer.from(input), key).toString('base64url')}`
}

/** What a test wants to be different from a conforming login; undefined takes a member out. */
export interface SampleLogin {
  readonly metadata?: JsonObject
  readonly keys?: readonly unknown[]
  readonly request?: Partial<AuthorizationRequest>
  readonly expectedPid?: string | undefined
  readonly callback?: readonly FieldLine[]
  readonly idToken?: JsonObject
  readonly signing?: Signing
  readonly accessToken?: JsonObject
  readonly tokenResponse?: JsonObject
  readonly token?: Partial<HttpResponse>
}

/** A conforming reading of the provider, changed as the test says. */
export const sampleProvider = (differs: SampleLogin = {}): ProviderReading => ({
  configuredIssuer: sampleIssuer,
  loginHosts: ['idporten.example', 'login.idporten.example'],
  metadata: sampleExchange({ content: JSON.stringify({ ...sampleMetadata, ...differs.metadata }) }),
  jwks: sampleExchange({ content: JSON.stringify({ keys: differs.keys ?? [sampleJwk] }) }),
})

/** A conforming login of the test user, changed as the test says. */
export const sampleLogin = (differs: SampleLogin = {}): LoginReading => {
  const content = JSON.stringify({
    access_token: signJwt({ ...sampleAccessTokenClaims, ...differs.accessToken }),
    id_token: signJwt({ ...sampleIdTokenClaims, ...differs.idToken }, differs.signing),
    token_type: 'Bearer',
    expires_in: 120,
    scope: sampleRequest.scopes.join(' '),
    ...differs.tokenResponse,
  })
  const token = sampleExchange({ fields: [['Cache-Control', 'no-store']], content })
  return {
    provider: sampleProvider(differs),
    persona: 'MAIN',
    expectedPid: 'expectedPid' in differs ? differs.expectedPid : samplePid,
    request: { ...sampleRequest, ...differs.request },
    callback: differs.callback ?? [
      ['code', 'code-1'],
      ['state', 'state-1'],
      ['iss', sampleIssuer],
    ],
    token: { ...token, response: { ...token.response, ...differs.token } },
  }
}
