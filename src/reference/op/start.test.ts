import { decodeJwt, decodeProtectedHeader } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import { authorize, kari, redeem, startTestOp } from './flow.fixture.ts'
import type { RunningOp } from './start.ts'

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
