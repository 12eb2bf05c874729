import { describe, expect, test } from 'vitest'
import { contentJson, contentText, fieldValue } from '../evidence/exchange.ts'
import { type KrrScope, krrScopes } from '../evidence/person-reading.ts'
import { clientId, clientSecret, pids, redirectUri } from '../oidc/op.fixture.ts'
import { withSession } from './session.fixture.ts'

const contact: readonly KrrScope[] = ['krr:user/kontaktinformasjon.read']

describe('a session by headless login', () => {
  test('a login gives the raw flow and tokens with the scopes asked for', () =>
    withSession({}, async ({ session }) => {
      const reading = await session.login('MAIN', contact)
      expect(reading.request).toMatchObject({
        scopes: ['openid', 'profile', ...contact],
        acrValues: 'idporten-loa-substantial',
        prompt: undefined,
      })
      const callback = Object.fromEntries(reading.callback)
      expect(callback['state']).toBe(reading.request.state)
      expect(callback['code']).toMatch(/./)
      expect(reading.expectedPid).toBe(pids.MAIN)
      expect(contentJson(reading.token.response)).toHaveProperty('access_token')
      const tokens = await session.tokens('MAIN', contact)
      expect(tokens.granted).toEqual(contact)
      expect(tokens.expiresAt).toBeGreaterThan(Date.now() + 30_000)
      expect(session.formLogins).toBe(0)
    }))

  test('prompt=none without a login is one request without a cookie, and its answer is kept', () =>
    withSession({}, async ({ session, sender, asked }) => {
      const { request, exchange } = await session.silentAttempt()
      expect(request.prompt).toBe('none')
      const sent = sender.exchanges.filter(({ label }) => label.includes('prompt=none'))
      expect(sent).toEqual([exchange])
      expect(exchange.request.fields.map(([name]) => name)).toEqual(['accept'])
      const location = new URL(fieldValue(exchange.response, 'location') ?? '')
      expect(location.searchParams.get('error')).toBe('login_required')
      expect(asked.filter((path) => path.startsWith('/authorize'))).toEqual(['/authorize'])
    }))

  test('a combination of scopes is logged in once, in whatever order it is asked for', () =>
    withSession({}, async ({ session, sender }) => {
      const [first, second] = await Promise.all([
        session.login('MAIN', krrScopes),
        session.login('MAIN', [...krrScopes].reverse()),
      ])
      expect(second).toBe(first)
      await session.tokens('MAIN', krrScopes)
      const tokenRequests = sender.exchanges.filter(({ request }) => request.url.endsWith('/token'))
      expect(tokenRequests).toHaveLength(1)
    }))

  test('personas have tokens of their own, and a persona without a number none', () =>
    withSession({}, async ({ session }) => {
      const main = await session.tokens('MAIN', contact)
      const reserved = await session.tokens('RESERVED', contact)
      expect(reserved.accessToken).not.toBe(main.accessToken)
      await expect(session.tokens('EXPIRED', contact)).rejects.toMatchObject({
        verdict: 'not-applicable',
        message: 'no test user EXPIRED is configured (KRR_MINE_PID_EXPIRED)',
      })
    }))

  test('own tokens are used by nobody else, and revoking them leaves the others alive', () =>
    withSession({}, async ({ session, op }) => {
      const shared = await session.tokens('MAIN', contact)
      const own = await session.ownTokens('MAIN', contact)
      expect(own.accessToken).not.toBe(shared.accessToken)
      expect((await session.revoke(own.accessToken)).response.status).toBe(200)
      expect(op.isRevoked(jtiOf(own.accessToken))).toBe(true)
      expect(op.isRevoked(jtiOf(shared.accessToken))).toBe(false)
    }))

  test('the tokens left to expire are the first with all scopes, renewed or not', () =>
    withSession({}, async ({ session, sender }) => {
      const first = await session.tokens('MAIN', krrScopes)
      expect(await session.tokensToExpire()).toEqual(first)
      const tokenRequests = sender.exchanges.filter(({ request }) => request.url.endsWith('/token'))
      expect(tokenRequests).toHaveLength(1)
    }))

  test('where there is a short-lived client, they are its own, asked for once', () =>
    withSession(
      {
        op: {
          clients: [
            { clientId, secret: clientSecret, redirectUris: [redirectUri] },
            {
              clientId: 'short-lived',
              secret: 'another-secret',
              redirectUris: [redirectUri],
              accessTokenLifetimeSeconds: 1,
            },
          ],
        },
        session: { shortLivedClient: { id: 'short-lived', secret: 'another-secret' } },
      },
      async ({ session, secrets }) => {
        const tokens = await session.tokensToExpire()
        expect(tokens.granted).toEqual(krrScopes)
        expect(tokens.expiresAt).toBeLessThanOrEqual(Date.now() + 1_000)
        expect(await session.tokensToExpire()).toBe(tokens)
        expect(secrets.get('another-secret')).toBe('client secret')
        expect(secrets.get(tokens.accessToken)).toBe('access token')
      },
    ))

  test('tokens that end within 30 s are renewed by the refresh token, once for all who ask', () =>
    withSession(
      {
        injections: {
          tokenResponse: (response, { grantType }) =>
            grantType === 'authorization_code'
              ? { ...response, body: { ...response.body, expires_in: 20 } }
              : response,
        },
      },
      async ({ session, sender }) => {
        const reading = await session.login('MAIN', contact)
        const renewed = await Promise.all([1, 2, 3].map(() => session.tokens('MAIN', contact)))
        const [first] = renewed
        expect(contentJson(reading.token.response)).not.toHaveProperty(
          'access_token',
          first?.accessToken,
        )
        expect(new Set(renewed.map(({ accessToken }) => accessToken)).size).toBe(1)
        expect(first?.granted).toEqual(contact)
        const refreshes = sender.exchanges.filter(({ request }) =>
          contentText(request).includes('grant_type=refresh_token'),
        )
        expect(refreshes).toHaveLength(1)
      },
    ))

  test('without a refresh token they are renewed by another login', () =>
    withSession(
      {
        injections: {
          tokenResponse: (response) => {
            const { refresh_token: _, ...body } = response.body
            return { ...response, body: { ...body, expires_in: 20 } }
          },
        },
      },
      async ({ session }) => {
        const reading = await session.login('MAIN', contact)
        const { accessToken } = await session.tokens('MAIN', contact)
        expect(accessToken).toMatch(/./)
        expect(contentJson(reading.token.response)).not.toHaveProperty('access_token', accessToken)
      },
    ))

  test.each(['replayed', 'other code_verifier'] as const)(
    'a code that is %s is refused',
    (misuse) =>
      withSession({}, async ({ session }) => {
        const { twin, exchange } = await session.misuseCode(misuse)
        expect(twin.response.status).toBe(200)
        expect(exchange.response.status).toBe(400)
        expect(contentJson(exchange.response)).toHaveProperty('error', 'invalid_grant')
      }),
  )

  test('every secret of the flow is made known', () =>
    withSession({}, async ({ session, secrets, sender }) => {
      const reading = await session.login('MAIN', contact)
      const tokens = await session.tokens('MAIN', contact)
      const code = Object.fromEntries(reading.callback)['code'] ?? ''
      const form = new URLSearchParams(contentText(reading.token.request))
      expect(secrets.get(code)).toBe('code')
      expect(secrets.get(form.get('code_verifier') ?? '')).toBe('code_verifier')
      expect(secrets.get(tokens.accessToken)).toBe('access token')
      expect(secrets.get(tokens.idToken)).toBe('ID token')
      expect(secrets.get(tokens.refreshToken ?? '')).toBe('refresh token')
      expect(secrets.get(pids.MAIN)).toBe('pid')
      expect(secrets.get(clientSecret)).toBe('client secret')
      expect(secrets.get(reading.request.state)).toBe('state')
      expect(secrets.get(reading.request.nonce)).toBe('nonce')
      expect(secrets.get(claimOf(tokens.idToken, 'sub'))).toBe('sub')
      const authorization = sender.exchanges.find(({ label }) => label.includes('headless'))
      const hint = new URL(authorization?.request.url ?? '').searchParams.get('login_hint') ?? ''
      expect(hint).toBe(`testid:${pids.MAIN}_idporten-loa-substantial`)
      expect(secrets.get(hint)).toBe('login_hint')
    }))

  test('the redirect URI is never requested', () =>
    withSession({}, async ({ session, sender }) => {
      await session.login('MAIN', contact)
      expect(sender.exchanges.map(({ request }) => new URL(request.url).port)).not.toContain('3000')
    }))

  test('a login that a page answers has no evidence, and names the page but not the person', () =>
    withSession({ session: { pids: { MAIN: '12345678901' } } }, async ({ session }) => {
      const failure = await session.login('MAIN', contact).then(
        () => undefined,
        (error: Error) => error,
      )
      expect(failure).toMatchObject({ code: 'EVIDENCE_UNAVAILABLE' })
      expect(failure?.message).not.toMatch(/12345678901|\?/)
    }))
})

const claimOf = (token: string, claim: string): string => {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()
  const claims: unknown = JSON.parse(payload)
  return String((claims as Readonly<Record<string, unknown>>)[claim])
}

const jtiOf = (token: string): string => claimOf(token, 'jti')
