import { exportJWK, generateKeyPair } from 'jose'
import * as oidc from 'openid-client'
import { expect, onTestFinished, test, vi } from 'vitest'
import { client, kari, post, redirectUri, startTestOp } from './flow.fixture.ts'
import type { OpClient, RunningOp } from './start.ts'

const krr = 'openid profile krr:user/kontaktinformasjon.read'
const insecure = { execute: [oidc.allowInsecureRequests] }

const discovered = async (
  registered: OpClient = client,
  authentication: oidc.ClientAuth = oidc.ClientSecretBasic(client.secret),
): Promise<{ op: RunningOp; relyingParty: oidc.Configuration }> => {
  const op = await startTestOp({}, { clients: [registered] })
  onTestFinished(() => op.close())
  const { clientId } = registered
  const issuer = new URL(op.issuer)
  return {
    op,
    relyingParty: await oidc.discovery(issuer, clientId, {}, authentication, insecure),
  }
}

const headless = async (relyingParty: oidc.Configuration, pushed = false) => {
  const pkceCodeVerifier = oidc.randomPKCECodeVerifier()
  const expectedState = oidc.randomState()
  const expectedNonce = oidc.randomNonce()
  const build = pushed ? oidc.buildAuthorizationUrlWithPAR : oidc.buildAuthorizationUrl
  const url = await build(relyingParty, {
    redirect_uri: redirectUri,
    scope: krr,
    state: expectedState,
    nonce: expectedNonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    acr_values: 'idporten-loa-substantial',
    login_hint: `testid:${kari}_idporten-loa-substantial`,
  })
  const response = await fetch(url, { redirect: 'manual' })
  const callback = new URL(response.headers.get('location') ?? '')
  const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true }
  const tokens = await oidc.authorizationCodeGrant(relyingParty, callback, checks)
  return { url, callback, tokens, setCookie: response.headers.get('set-cookie') }
}

test('a certified client goes through the headless flow, userinfo and refresh', async () => {
  const { relyingParty } = await discovered()
  const { tokens, setCookie } = await headless(relyingParty)
  const claims = tokens.claims()
  expect(setCookie).toBeNull()
  expect(claims).toMatchObject({
    pid: kari,
    acr: 'idporten-loa-substantial',
    amr: ['TestID'],
    locale: 'nb',
    exp: (claims?.iat ?? 0) + 120,
  })
  expect(Object.keys(claims ?? {})).not.toContain('at_hash')
  const subject = claims?.sub ?? ''
  const userInfo = await oidc.fetchUserInfo(relyingParty, tokens.access_token, subject)
  expect(userInfo).toEqual({ sub: subject, pid: kari, locale: 'nb' })
  const renewed = await oidc.refreshTokenGrant(relyingParty, tokens.refresh_token ?? '')
  expect(renewed).toMatchObject({ scope: krr, expires_in: 120, refresh_token_expires_in: 600 })
  expect(renewed.access_token).not.toBe(tokens.access_token)
})

test('a pushed authorization request has a request_uri of ID-porten', async () => {
  const { relyingParty } = await discovered()
  const { url, tokens } = await headless(relyingParty, true)
  expect(url.searchParams.get('request_uri')).toMatch(/^urn:idporten:/)
  expect(tokens.scope).toBe(krr)
})

test('a pushed authorization request is good for 120 s', async () => {
  const { op, relyingParty } = await discovered()
  const pushed = await post(`${op.issuer}/par`, {
    client_id: client.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: krr,
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    acr_values: 'idporten-loa-substantial',
    code_challenge: await oidc.calculatePKCECodeChallenge(oidc.randomPKCECodeVerifier()),
    code_challenge_method: 'S256',
    login_hint: `testid:${kari}_idporten-loa-substantial`,
  })
  const { request_uri: requestUri, expires_in: expiresIn } = await pushed.json()
  expect([pushed.status, expiresIn]).toEqual([201, 120])
  const parameters = { client_id: client.clientId, request_uri: requestUri }
  const url = oidc.buildAuthorizationUrl(relyingParty, parameters)
  const sentAt = Date.now()
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const answeredAfter = async (seconds: number) => {
    vi.setSystemTime(sentAt + seconds * 1_000)
    const { headers } = await fetch(url, { redirect: 'manual' })
    return Object.fromEntries(new URL(headers.get('location') ?? '').searchParams)
  }
  expect(await answeredAfter(122)).toMatchObject({ error: 'invalid_request_uri' })
  expect(await answeredAfter(110)).toMatchObject({ code: expect.any(String) })
})

test('revoking one token ends every token of its grant', async () => {
  const { op, relyingParty } = await discovered()
  const { tokens } = await headless(relyingParty)
  const { jti = '' } = jsonOf(tokens.access_token)
  expect(op.isRevoked(jti)).toBe(false)
  await oidc.tokenRevocation(relyingParty, tokens.access_token)
  expect(op.isRevoked(jti)).toBe(true)
  await expect(
    oidc.refreshTokenGrant(relyingParty, tokens.refresh_token ?? ''),
  ).rejects.toMatchObject({ error: 'invalid_grant' })
})

test('introspection knows a living token from a revoked one', async () => {
  const { relyingParty } = await discovered()
  const { tokens } = await headless(relyingParty)
  const introspect = () => oidc.tokenIntrospection(relyingParty, tokens.access_token)
  expect(await introspect()).toMatchObject({ active: true, pid: kari, scope: krr })
  await oidc.tokenRevocation(relyingParty, tokens.refresh_token ?? '')
  expect(await introspect()).toEqual({ active: false })
})

test('a client authenticates by private_key_jwt, with a secret beside it or without one', async () => {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'own', alg: 'RS256', use: 'sig' }
  const { secret: _, ...withoutSecret } = client
  for (const registered of [
    { ...client, jwk },
    { ...withoutSecret, jwk },
  ]) {
    const authentication = oidc.PrivateKeyJwt({ key: privateKey, kid: 'own' })
    const { relyingParty } = await discovered(registered, authentication)
    const { tokens } = await headless(relyingParty)
    expect(jsonOf(tokens.access_token)['client_amr']).toBe('private_key_jwt')
  }
  const { relyingParty } = await discovered({ ...client, jwk })
  const { tokens } = await headless(relyingParty)
  expect(jsonOf(tokens.access_token)['client_amr']).toBe('client_secret_basic')
})

test('client_secret_post stands for client_secret_basic', async () => {
  const { relyingParty } = await discovered(client, oidc.ClientSecretPost(client.secret))
  const { tokens } = await headless(relyingParty)
  expect(jsonOf(tokens.access_token)['client_amr']).toBe('client_secret_post')
})

const jsonOf = (jwt: string): Record<string, string> =>
  JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as Record<string, string>
