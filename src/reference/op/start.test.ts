import { EventEmitter, once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import { authorize, client, kari, redeem, startTestOp } from './flow.fixture.ts'
import type { OpRequest, RunningOp } from './start.ts'

const running = async (...args: Parameters<typeof startTestOp>): Promise<RunningOp> => {
  const op = await startTestOp(...args)
  onTestFinished(() => op.close())
  return op
}

test('a headless login is answered at once with code, state and iss', async () => {
  const op = await running()
  const { parameters } = await authorize(op)
  expect([...parameters.keys()].sort()).toEqual(['code', 'iss', 'state'])
  expect(parameters.get('iss')).toBe(op.issuer)
  expect(parameters.get('state')).toBe('the-state')
})

test('the access token is a self-contained JWT with the claims of ID-porten', async () => {
  const op = await running()
  const scope = 'openid profile krr:user/spraak.write'
  const response = await redeem(op, await authorize(op, { scope }))
  const body = (await response.json()) as Record<string, string>
  expect(response.status, JSON.stringify(body)).toBe(200)
  const claims = decodeJwt(body['access_token'] ?? '')
  expect(claims).toEqual({
    sub: expect.any(String),
    acr: 'idporten-loa-high',
    scope,
    iss: op.issuer,
    client_amr: 'client_secret_basic',
    pid: kari,
    exp: (claims.iat ?? 0) + 120,
    iat: expect.any(Number),
    jti: expect.any(String),
    client_id: 'krr-conformance',
    consumer: { authority: 'iso6523-actorid-upis', ID: '0192:991825827' },
  })
  expect(decodeProtectedHeader(body['access_token'] ?? '')).toEqual({
    kid: op.publicJwks().keys[0]?.kid,
    alg: 'RS256',
  })
  expect(body).toMatchObject({
    token_type: 'Bearer',
    expires_in: 120,
    refresh_token_expires_in: 600,
    scope,
  })
})

test('the metadata names the endpoints and abilities of ID-porten', async () => {
  const op = await running()
  const response = await fetch(`${op.issuer}/.well-known/openid-configuration`)
  const { issuer } = op
  expect(await response.json()).toMatchObject({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    pushed_authorization_request_endpoint: `${issuer}/par`,
    introspection_endpoint: `${issuer}/token/introspect`,
    revocation_endpoint: `${issuer}/token/revoke`,
    jwks_uri: `${issuer}/jwks.json`,
    end_session_endpoint: `${issuer}/logout`,
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    token_endpoint_auth_methods_supported: [
      'client_secret_basic',
      'client_secret_post',
      'none',
      'private_key_jwt',
    ],
    token_endpoint_auth_signing_alg_values_supported: ['RS256'],
    display_values_supported: ['page'],
    frontchannel_logout_supported: true,
    acr_values_supported: [
      'idporten-loa-low',
      'idporten-loa-substantial',
      'idporten-loa-high',
      'eidas-loa-low',
      'eidas-loa-substantial',
      'eidas-loa-high',
    ],
    id_token_signing_alg_values_supported: ['RS256'],
    ui_locales_supported: ['nb', 'nn', 'en', 'se'],
  })
})

test('a client sets the lifetime of its access tokens', async () => {
  const op = await running({}, { clients: [{ ...client, accessTokenLifetimeSeconds: 2 }] })
  const body = (await (await redeem(op, await authorize(op))).json()) as Record<string, unknown>
  expect(body['expires_in']).toBe(2)
})

test('providers in one process know nothing of each other', async () => {
  const [first, second] = await Promise.all([running(), running()])
  const elsewhere = await redeem(second, await authorize(first))
  expect(await elsewhere.json()).toMatchObject({ error: 'invalid_grant' })
})

test('an unknown token counts as revoked', async () => {
  expect((await running()).isRevoked('never-issued')).toBe(true)
})

test('requests are told without their query, and latency is added to each response', async () => {
  const requests: OpRequest[] = []
  const op = await running({}, { latencyMs: 60, onRequest: (request) => requests.push(request) })
  const before = performance.now()
  await authorize(op)
  expect(performance.now() - before).toBeGreaterThanOrEqual(59)
  expect(requests).toEqual([{ method: 'GET', path: '/authorize', userAgent: 'node' }])
})

test('closing does not wait for connections that are kept alive, or for latency', async () => {
  const requests = new EventEmitter()
  const arrived = once(requests, 'request')
  const onRequest = () => requests.emit('request')
  const op = await startTestOp({}, { latencyMs: 600_000, onRequest })
  const pending = fetch(`${op.issuer}/jwks.json`).catch(() => 'cut off')
  await arrived
  await op.close()
  expect(await pending).toBe('cut off')
})

test('a port in use is an OpStartError that names it', async () => {
  const op = await running()
  const port = Number(new URL(op.issuer).port)
  await expect(startTestOp({}, { port })).rejects.toMatchObject({
    code: 'REFERENCE_OP_START',
    message: `the reference OpenID provider cannot listen on port ${port}`,
  })
})

test.each([
  ['localhost', 200],
  ['127.0.0.1', 200],
  ['[::1]', 200],
  ['login.attacker.example', 421],
  ['localhost.attacker.example', 421],
  ['127.0.0.1.attacker.example', 421],
])(
  'who asks by the name %s gets %d: a page that leads its own name here gets nothing',
  async (name, status) => {
    const op = await running()
    const asking = request({
      port: op.port,
      host: '127.0.0.1',
      path: '/.well-known/openid-configuration',
      headers: { Host: `${name}:${op.port}` },
    }).end()
    const [response] = (await once(asking, 'response')) as [IncomingMessage]
    response.resume()
    expect(response.statusCode).toBe(status)
  },
)
