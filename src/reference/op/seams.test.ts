import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import type { Injections } from '../seams.ts'
import {
  authorizationRequest,
  authorize,
  type Redeemable,
  redeem,
  startTestOp,
} from './flow.fixture.ts'
import type { RunningOp } from './start.ts'

const scope = 'openid profile krr:user/spraak.write'

/** A provider with one defect; the test fails where its seam is not reached. */
const defective = async (injections: Injections): Promise<RunningOp> => {
  const reached = new Set<string>()
  const op = await startTestOp(injections, {}, (seam) => reached.add(seam))
  onTestFinished(async () => {
    await op.close()
    expect([...reached]).toEqual(Object.keys(injections))
  })
  return op
}

const json = async (url: string): Promise<Record<string, unknown>> =>
  (await (await fetch(url)).json()) as Record<string, unknown>

const tokens = async (op: RunningOp, code?: Redeemable): Promise<Record<string, string>> =>
  (await (await redeem(op, code ?? (await authorize(op, { scope })))).json()) as Record<
    string,
    string
  >

test('providerMetadata: another issuer, no S256', async () => {
  const op = await defective({
    providerMetadata: ({ code_challenge_methods_supported: _, ...own }, { issuer }) => ({
      ...own,
      issuer: `${issuer}/`,
    }),
  })
  const metadata = await json(`${op.issuer}/.well-known/openid-configuration`)
  expect(metadata['issuer']).toBe(`${op.issuer}/`)
  expect(metadata).not.toHaveProperty('code_challenge_methods_supported')
})

test('jwks: the private key is published, and a key twice', async () => {
  const op = await defective({
    jwks: ({ keys }, { privateJwk }) => ({ keys: [...keys, privateJwk] }),
  })
  const { keys } = (await json(`${op.issuer}/jwks.json`)) as { keys: Record<string, string>[] }
  expect(keys.map(({ kid }) => kid)).toEqual(Array(2).fill(op.publicJwks().keys[0]?.kid))
  expect(keys.map((key) => 'd' in key)).toEqual([false, true])
})

test('authorizationResponse: no state, another iss', async () => {
  const op = await defective({
    authorizationResponse: (own) =>
      own
        .filter(([name]) => name !== 'state')
        .map(([name, value]) => [name, name === 'iss' ? `${value}/` : value]),
  })
  const { parameters } = await authorize(op)
  expect([...parameters.keys()].sort()).toEqual(['code', 'iss'])
  expect(parameters.get('iss')).toBe(`${op.issuer}/`)
})

test('tokenResponse: another token_type, cacheable', async () => {
  const op = await defective({
    tokenResponse: ({ fields, body, status }) => ({
      status,
      fields: fields.filter(([name]) => name !== 'cache-control'),
      body: { ...body, token_type: 'mac' },
    }),
  })
  const response = await redeem(op, await authorize(op))
  expect(response.headers.get('cache-control')).toBeNull()
  expect(await response.json()).toMatchObject({ token_type: 'mac' })
})

test('idTokenClaims and idTokenHeader: claims and kid change, the signature holds', async () => {
  const op = await defective({
    idTokenHeader: (own) => ({ ...own, kid: 'another' }),
    idTokenClaims: (own, { clientId }) => ({ ...own, aud: `not-${clientId}`, acr: 'low' }),
  })
  const { id_token: idToken = '' } = await tokens(op)
  expect(decodeProtectedHeader(idToken).kid).toBe('another')
  expect(decodeJwt(idToken)).toMatchObject({ aud: 'not-krr-conformance', acr: 'low' })
  const [key] = op.publicJwks().keys
  await expect(jwtVerify(idToken, key ?? { kty: 'RSA' })).resolves.toBeDefined()
})

/** The compact serialisation with one bit of its signature turned. */
const tampered = (compact: string): string => {
  const [header, payload, signature = ''] = compact.split('.')
  const bytes = Buffer.from(signature, 'base64url')
  bytes[0] = (bytes[0] ?? 0) ^ 1
  return [header, payload, bytes.toString('base64url')].join('.')
}

test('idTokenCompact and accessTokenCompact: a signature of the right length that does not hold', async () => {
  const op = await defective({ accessTokenCompact: tampered, idTokenCompact: tampered })
  const keySet = createRemoteJWKSet(new URL(`${op.issuer}/jwks.json`))
  const { id_token: idToken = '', access_token: accessToken = '' } = await tokens(op)
  for (const token of [idToken, accessToken]) {
    await expect(jwtVerify(token, keySet)).rejects.toMatchObject({
      code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    })
  }
})

test('accessTokenClaims: the token says otherwise than its response', async () => {
  const op = await defective({ accessTokenClaims: (own) => ({ ...own, scope: 'openid' }) })
  const { access_token: accessToken = '', scope: said } = await tokens(op)
  expect([decodeJwt(accessToken)['scope'], said]).toEqual(['openid', scope])
})

test('grantedScopes: more or fewer than was asked for, in the token and its response alike', async () => {
  const more = 'krr:user/digitalpost.read'
  for (const [granted, expected] of [
    [(own: readonly string[]) => [...own, more], `${scope} ${more}`],
    [(own: readonly string[]) => own.slice(0, -1), 'openid profile'],
  ] as const) {
    const op = await defective({ grantedScopes: granted })
    const { access_token: accessToken = '', scope: said } = await tokens(op)
    expect([decodeJwt(accessToken)['scope'], said]).toEqual([expected, expected])
  }
})

test('silentRequest: prompt=none without a session is refused, or shown the login page', async () => {
  const silent = async (op: RunningOp) => {
    const { url } = authorizationRequest(op, { scope, extra: { prompt: 'none' } })
    const { headers } = await fetch(url, { redirect: 'manual' })
    return new URL(headers.get('location') ?? '', op.issuer)
  }
  const refused = await silent(await defective({}))
  expect(refused.searchParams.get('error')).toBe('login_required')
  const op = await defective({ silentRequest: () => 'page' })
  expect((await silent(op)).href).toBe(`${op.issuer}/authorize/selector`)
})

test('codeReuse: a spent code is refused with invalid_grant, or accepted by the defect', async () => {
  const sound = await defective({})
  const spent = await authorize(sound, { scope })
  const { access_token: accessToken = '' } = await tokens(sound, spent)
  expect(await tokens(sound, spent)).toMatchObject({ error: 'invalid_grant' })
  expect(sound.isRevoked(decodeJwt(accessToken).jti ?? '')).toBe(true)
  const op = await defective({ codeReuse: () => 'accepted' })
  const code = await authorize(op, { scope })
  await tokens(op, code)
  expect(await tokens(op, code)).toMatchObject({ token_type: 'Bearer', scope })
})

test('codeVerifierCheck: another verifier is refused with invalid_grant, or accepted by the defect', async () => {
  const misfit = async (op: RunningOp): Promise<Redeemable> => ({
    ...(await authorize(op, { scope })),
    verifier: 'x'.repeat(43),
  })
  const sound = await defective({})
  expect(await tokens(sound, await misfit(sound))).toMatchObject({ error: 'invalid_grant' })
  const op = await defective({ codeVerifierCheck: () => 'accepted' })
  expect(await tokens(op, await misfit(op))).toMatchObject({ token_type: 'Bearer', scope })
})
