import { createHmac } from 'node:crypto'
import { UnsecuredJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import {
  foreignKeys,
  issuer,
  opKeys,
  patch,
  people,
  startTestApi,
  type TokenVariation,
  token,
} from './api.fixture.ts'

const past = Math.floor(Date.now() / 1000) - 5

const bad: Readonly<Record<string, TokenVariation>> = {
  'expired five seconds ago': { claims: { exp: past } },
  'of another issuer': { claims: { iss: 'http://localhost:2' } },
  'signed by another key under the issuer’s kid': { privateKey: foreignKeys.privateKey },
  'signed by a key in its own jwk': {
    privateKey: foreignKeys.privateKey,
    header: { jwk: foreignKeys.publicJwk },
  },
  'signed by an unknown kid': { privateKey: foreignKeys.privateKey, header: { kid: 'unknown' } },
  'that is an ID token': {
    claims: { client_id: undefined, scope: undefined, aud: 'krr-conformance', nonce: 'n' },
  },
  'for another audience': { claims: { aud: 'https://api.example' } },
}

describe('a bad token is refused with 401 and invalid_token', () => {
  test.each(Object.entries(bad))('%s', async (_, variation) => {
    const api = await startTestApi()
    const response = await api.ask({ token: await token(variation) })
    expect(response.status).toBe(401)
    expect(response.fields['www-authenticate']).toMatch(/^Bearer .*error="invalid_token"/)
  })

  test('none, altered, unsecured, HS256 with the public key', async () => {
    const api = await startTestApi()
    const [header = '', claims = '', signature = ''] = (await token()).split('.')
    const { pid } = people.D_NUMBER
    const decoded = JSON.parse(Buffer.from(claims, 'base64url').toString()) as object
    const other = Buffer.from(JSON.stringify({ ...decoded, pid })).toString('base64url')
    const hs256 = Buffer.from(JSON.stringify({ alg: 'HS256' })).toString('base64url')
    const secret = createHmac('sha256', JSON.stringify(opKeys.publicJwk))
    const tokens = [
      'none',
      `${header}.${other}.${signature}`,
      new UnsecuredJWT({ ...decoded }).encode(),
      `${hs256}.${claims}.${secret.update(`${hs256}.${claims}`).digest('base64url')}`,
    ]
    for (const own of tokens) {
      const response = await api.ask({ token: own })
      expect(response.status).toBe(401)
      expect(response.fields['www-authenticate']).toContain('error="invalid_token"')
    }
  })

  test('a revoked one', async () => {
    const api = await startTestApi({}, { isRevoked: (jti) => jti === 'revoked' })
    const good = await api.ask({ token: await token({ claims: { jti: 'other' } }) })
    expect(good.status).toBe(200)
    const response = await api.ask({ token: await token({ claims: { jti: 'revoked' } }) })
    expect(response.status).toBe(401)
  })
})

test('without credentials: 401, a Bearer challenge without an error code, nothing changed', async () => {
  const api = await startTestApi()
  const reading = await api.ask()
  expect(reading.status).toBe(401)
  expect(reading.fields['www-authenticate']).toBe('Bearer realm="krr"')
  const change = await api.ask({
    method: 'PATCH',
    content: '{"spraak":"en"}',
    fields: { 'content-type': 'application/json' },
  })
  expect(change.status).toBe(401)
  expect((await api.ask({ token: await token() })).json()['spraak']).toBe('nb')
})

test('the name of the scheme is case-insensitive, and another scheme is refused', async () => {
  const api = await startTestApi()
  const own = await token()
  const statuses = await Promise.all(
    [`bearer ${own}`, `BEARER ${own}`, `Basic ${own}`, `DPoP ${own}`, own].map(
      async (authorization) => (await api.ask({ fields: { authorization } })).status,
    ),
  )
  expect(statuses).toEqual([200, 200, 401, 401, 401])
})

test('a token in the query string counts for nothing', async () => {
  const api = await startTestApi()
  const path = `/rest/v1/person?access_token=${await token()}`
  expect((await api.ask({ path })).status).toBe(401)
})

test('a token for this API, for nobody in particular or typed at+jwt is accepted', async () => {
  const api = await startTestApi()
  const tokens = await Promise.all([
    token({ claims: { aud: api.apiUrl } }),
    token({ claims: { aud: 'unspecified' } }),
    token({ header: { typ: 'at+jwt' } }),
  ])
  for (const own of tokens) expect((await api.ask({ token: own })).status).toBe(200)
})

test('a refused token is refused for PATCH too', async () => {
  const api = await startTestApi()
  const response = await patch(api, await token({ claims: { exp: past } }), '{"spraak":"en"}')
  expect(response.status).toBe(401)
})

test('a refusal tells a seam which one it is, so that a defect can let in that one alone', async () => {
  const reasons: string[] = []
  const api = await startTestApi({
    authentication: (authentication, { presented }) => {
      if (authentication.kind === 'accepted') return authentication
      reasons.push(authentication.reason)
      return authentication.reason === 'expired' && presented !== undefined
        ? { kind: 'accepted', claims: presented.claims }
        : authentication
    },
  })
  expect((await api.ask({ token: await token({ claims: { exp: past } }) })).status).toBe(200)
  expect((await api.ask({ token: await token({ claims: { iss: `${issuer}/` } }) })).status).toBe(
    401,
  )
  expect(reasons).toEqual(['expired', 'issuer'])
})
