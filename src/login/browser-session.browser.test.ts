import { createServer } from 'node:http'
import { describe, expect, test } from 'vitest'
import { contentText } from '../evidence/exchange.ts'
import { type KrrScope, krrScopes } from '../evidence/person-reading.ts'
import { pids } from '../oidc/op.fixture.ts'
import { withSession } from './session.fixture.ts'

const contact: readonly KrrScope[] = ['krr:user/kontaktinformasjon.read']
const minid = { password: 'password01', oneTimeCode: '12345' }

/** Every combination of the three scopes, none included. */
const combinations = Array.from({ length: 8 }, (_, bits) =>
  krrScopes.filter((_, at) => (bits >> at) % 2 === 1),
)

describe('a session by browser', () => {
  test('eight combinations asked for at once share one form', () =>
    withSession({ environment: { login: 'testid' } }, async ({ session, asked }) => {
      const tokens = await Promise.all(combinations.map((scopes) => session.tokens('MAIN', scopes)))
      expect(tokens.map(({ granted }) => granted)).toEqual(combinations)
      expect(new Set(tokens.map(({ accessToken }) => accessToken)).size).toBe(8)
      expect(session.formLogins).toBe(1)
      expect(asked.filter((path) => path === '/token')).toHaveLength(8)
      const prompts = await Promise.all(
        combinations.map(async (scopes) => (await session.login('MAIN', scopes)).request.prompt),
      )
      expect(prompts.filter((prompt) => prompt === 'none')).toHaveLength(7)
    }))

  test.each([
    ['idporten-loa-substantial', '/authorize/testid1'],
    ['idporten-loa-high', '/authorize/testid2'],
  ])('TestID is taken at the level %s', (acrValues, path) =>
    withSession({ environment: { login: 'testid', acrValues } }, async ({ session, asked }) => {
      await session.tokens('MAIN', contact)
      expect(asked).toContain(path)
    }),
  )

  test('MinID is one form, of password and one-time code', () =>
    withSession({ environment: { login: 'minid', minid } }, async ({ session, secrets }) => {
      expect((await session.tokens('MAIN', contact)).granted).toEqual(contact)
      expect(session.formLogins).toBe(1)
      expect(secrets.get('password01')).toBe('password')
      expect(secrets.get('12345')).toBe('one-time code')
    }))

  test('each persona has a session of its own', () =>
    withSession({ environment: { login: 'testid' } }, async ({ session }) => {
      const both = await Promise.all([
        session.tokens('MAIN', contact),
        session.tokens('RESERVED', contact),
      ])
      expect(new Set(both.map(({ accessToken }) => accessToken)).size).toBe(2)
      expect(session.formLogins).toBe(2)
    }))

  test('who needs no page is asked for by name, and the pages are a browser’s', async () => {
    const agents = new Map<string, string>()
    await withSession(
      {
        environment: { login: 'testid' },
        op: {
          onRequest: ({ method, path, userAgent }) => {
            if (method === 'POST' && path.startsWith('/authorize')) agents.set(userAgent, path)
          },
        },
      },
      async ({ session }) => {
        await session.tokens('RESERVED', contact)
        expect([...agents.keys()]).toEqual(['krr-conformance tests'])
        await session.tokens('MAIN', contact)
        expect([...agents.keys()][1]).toMatch(/^Mozilla/)
      },
    )
  })

  test('a consent page for each combination needs no second form', () =>
    withSession(
      { environment: { login: 'testid' }, op: { asks: { consent: true } } },
      async ({ session }) => {
        const tokens = await Promise.all(
          combinations.map((scopes) => session.tokens('MAIN', scopes)),
        )
        expect(tokens.map(({ granted }) => granted)).toEqual(combinations)
        expect(session.formLogins).toBe(1)
      },
    ))

  test('contact information is confirmed where writing is allowed, and that is told', () =>
    withSession(
      { environment: { login: 'testid' }, op: { asks: { contactInformation: true } } },
      async ({ session, progress }) => {
        expect((await session.tokens('MAIN', contact)).granted).toEqual(contact)
        expect(progress).toEqual([
          'login of MAIN: contact information was confirmed, which writes to the register',
        ])
      },
    ))

  test.each([
    ['where writing is not allowed', 'MAIN', { allowWrite: false, writeRefusal: '--no-write' }],
    ['for a person who stands for an expired one', 'EXPIRED', {}],
  ] as const)('it is never confirmed %s', (_, persona, changes) =>
    withSession(
      {
        environment: { login: 'testid', ...changes },
        op: { asks: { contactInformation: true } },
        session: { pids: { [persona]: pids.MAIN } },
      },
      async ({ session, progress }) => {
        await expect(session.login(persona, contact)).rejects.toThrow(
          /stopped at the step "contact information": .* which is a write/,
        )
        expect(progress).toEqual([])
      },
    ),
  )

  test('the redirect is caught before it leaves the browser, and the code is a real one', async () => {
    const arrivals: string[] = []
    const listener = createServer((request, response) => {
      arrivals.push(request.url ?? '')
      response.end()
    })
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
    const address = listener.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const redirectUri = `http://127.0.0.1:${port}/callback`
    const clients = [
      { clientId: 'krr-conformance', secret: 'a-secret-of-the-tests', redirectUris: [redirectUri] },
    ]
    try {
      await withSession(
        { environment: { login: 'testid', redirectUri }, op: { clients } },
        async ({ session }) => {
          await session.tokens('MAIN', contact)
          await session.tokens('MAIN', krrScopes)
        },
      )
      expect(arrivals).toEqual([])
    } finally {
      await new Promise((resolve) => listener.close(resolve))
    }
  })

  test('tokens are renewed silently where there is no refresh token', () =>
    withSession(
      {
        environment: { login: 'testid' },
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
        expect(contentText(reading.token.response)).not.toContain(accessToken)
        expect(session.formLogins).toBe(1)
      },
    ))

  test('a code is misused in silent flows of its own', () =>
    withSession({ environment: { login: 'testid' } }, async ({ session }) => {
      const tokens = await session.tokens('MAIN', contact)
      const { exchange } = await session.misuseCode('replayed')
      expect(exchange.response.status).toBe(400)
      expect((await session.tokens('MAIN', contact)).accessToken).toBe(tokens.accessToken)
      expect(session.formLogins).toBe(1)
    }))

  test('cookies of the session are made known', () =>
    withSession({ environment: { login: 'testid' } }, async ({ session, secrets }) => {
      await session.tokens('MAIN', contact)
      expect([...secrets.values()]).toContain('cookie')
    }))

  test('a session that nobody used closes', () =>
    withSession({ environment: { login: 'testid' } }, async ({ session }) => {
      expect(session.formLogins).toBe(0)
    }))
})
