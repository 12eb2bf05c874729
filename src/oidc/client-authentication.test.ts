import type { JWK } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ClientAuthentication } from '../config/environment.ts'
import { contentText, fieldValue } from '../evidence/exchange.ts'
import type { Injections } from '../reference/seams.ts'
import { prepareAuthorization } from './authorization-request.ts'
import { createClient } from './client.ts'
import {
  clientId,
  clientKeys,
  clientSecret,
  environmentAt,
  openTestSender,
  redirectUri,
  startTestOp,
} from './op.fixture.ts'
import { discoverProvider } from './provider.ts'
import { exchangeCode } from './token-request.ts'

const sender = openTestSender()
const known = new Map<string, string>()
let privateJwk: JWK
let publicJwk: JWK
beforeAll(async () => {
  const made = await clientKeys()
  ;[privateJwk, publicJwk] = [made.own, made.public]
})
afterAll(() => sender.close())

/** One token request of the client, with a code that the provider does not know. */
const tokenRequest = async (
  clientAuthentication: ClientAuthentication,
  injections: Injections = {},
) => {
  const op = await startTestOp(injections, {
    clients: [{ clientId, secret: clientSecret, jwk: publicJwk, redirectUris: [redirectUri] }],
  })
  try {
    const environment = environmentAt(op.issuer, { clientAuthentication })
    const common = {
      send: sender.send,
      onSecret: (kind: string, value: string) => known.set(value, kind),
    }
    const provider = await discoverProvider({ ...environment, ...common })
    const client = await createClient({ environment, provider, ...common })
    const authorization = await prepareAuthorization(client, {
      scopes: [],
      prompt: undefined,
      loginHint: undefined,
    })
    const { state } = authorization.request
    const callback = new URL(redirectUri)
    callback.search = new URLSearchParams({ code: 'none', state, iss: op.issuer }).toString()
    return (await exchangeCode(client, authorization, callback)).exchange
  } finally {
    await op.close()
  }
}

const secret = { method: 'client_secret', secret: clientSecret } as const

describe('client authentication', () => {
  test('a secret goes by client_secret_basic', async () => {
    const { request, response } = await tokenRequest(secret)
    const [scheme, credentials = ''] = (fieldValue(request, 'authorization') ?? '').split(' ')
    expect(scheme).toBe('Basic')
    // Id and secret are form-encoded before they are joined (RFC 6749, 2.3.1).
    expect(atob(credentials).split(':').map(decodeURIComponent)).toEqual([clientId, clientSecret])
    expect(known.get(credentials)).toBe('credentials')
    expect(contentText(request)).not.toContain('client_secret')
    expect(contentText(response)).toContain('invalid_grant')
  })

  test('by client_secret_post where the metadata offer no basic', async () => {
    const { request } = await tokenRequest(secret, {
      providerMetadata: (metadata) => ({
        ...metadata,
        token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
      }),
    })
    expect(fieldValue(request, 'authorization')).toBeUndefined()
    expect(new URLSearchParams(contentText(request)).get('client_secret')).toBe(clientSecret)
  })

  test('a private key goes by private_key_jwt, with client_id beside it', async () => {
    const { request, response } = await tokenRequest({
      method: 'private_key_jwt',
      jwk: { ...privateJwk },
    })
    const form = new URLSearchParams(contentText(request))
    const assertion = form.get('client_assertion') ?? ''
    expect(form.get('client_id')).toBe(clientId)
    expect(known.get(assertion)).toBe('client_assertion')
    const [header = '', claims = ''] = assertion
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString())
    expect(JSON.parse(header)).toMatchObject({ alg: 'RS256', kid: 'own' })
    expect(JSON.parse(claims)).toMatchObject({ iss: clientId, sub: clientId })
    // Refused is the code, not the client.
    expect(contentText(response)).toContain('invalid_grant')
  })

  test('a JWK that is no private key is a configuration error without the key in it', async () => {
    const jwk = { kty: 'RSA', n: 'AQAB-public-modulus', e: 'AQAB' }
    await expect(tokenRequest({ method: 'private_key_jwt', jwk })).rejects.toMatchObject({
      code: 'CONFIGURATION',
      message: expect.stringMatching(/^KRR_MINE_CLIENT_JWK must be (?!.*modulus)/),
    })
  })

  test('the redirect URI is sent byte for byte as it is configured', async () => {
    const { request } = await tokenRequest(secret)
    expect(new URLSearchParams(contentText(request)).get('redirect_uri')).toBe(redirectUri)
  })
})
