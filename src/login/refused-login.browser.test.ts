import { describe, expect, test } from 'vitest'
import { type KrrScope, krrScopes } from '../evidence/person-reading.ts'
import { withSession } from './session.fixture.ts'

const contact: readonly KrrScope[] = ['krr:user/kontaktinformasjon.read']

const failureOf = async (login: Promise<unknown>): Promise<Error | undefined> =>
  login.then(
    () => undefined,
    (error: Error) => error,
  )

describe('a login that fails in the browser', () => {
  test('a wrong number is entered once, whatever is asked for afterwards', () =>
    withSession(
      {
        environment: { login: 'testid' },
        session: { pids: { MAIN: '12345678901' } },
      },
      async ({ session, asked, screenshots }) => {
        const failures = await Promise.all([
          failureOf(session.login('MAIN', contact)),
          failureOf(session.login('MAIN', krrScopes)),
        ])
        const again = await failureOf(session.tokens('MAIN', []))
        for (const failure of [...failures, again])
          expect(failure?.message).toMatch(
            /^login of MAIN stopped at the step "testid": .*\(page "Feil: TestID[^"]*", http:\/\/localhost:\d+\/authorize\/testid1\)$/,
          )
        expect(again?.message).not.toContain('12345678901')
        expect(session.formLogins).toBe(1)
        expect(asked.filter((path) => path === '/authorize/testid1')).toHaveLength(2)
        expect(screenshots.map(({ name }) => name)).toEqual(['login-MAIN-testid'])
      },
    ))

  test('a wrong MinID password is entered once', () =>
    withSession(
      {
        environment: {
          login: 'minid',
          minid: { password: 'not-the-password', oneTimeCode: '12345' },
        },
      },
      async ({ session }) => {
        const failure = await failureOf(session.login('MAIN', contact))
        expect(failure?.message).toMatch(/stopped at the step "minid"/)
        expect(failure?.message).not.toContain('not-the-password')
        expect((await failureOf(session.login('MAIN', krrScopes)))?.message).toBe(failure?.message)
        expect(session.formLogins).toBe(1)
      },
    ))

  test('no picture is taken in production', () =>
    withSession(
      {
        environment: { login: 'testid', production: true },
        session: { pids: { MAIN: '12345678901' } },
      },
      async ({ session, screenshots }) => {
        expect(await failureOf(session.login('MAIN', contact))).toBeInstanceOf(Error)
        expect(screenshots).toEqual([])
      },
    ))

  test('a client that ID-porten does not know ends at its error page, at once', () =>
    withSession({ environment: { login: 'testid', clientId: 'nobody' } }, async ({ session }) => {
      const failure = await failureOf(session.login('MAIN', contact))
      expect(failure?.message).toMatch(/"authorization request": .*status 400/)
      expect(session.formLogins).toBe(0)
    }))

  test('an authorization endpoint that nobody listens at is named without its query', () =>
    withSession(
      {
        environment: { login: 'testid' },
        withHosts: ['localhost:1'],
        injections: {
          providerMetadata: (metadata) => ({
            ...metadata,
            authorization_endpoint: 'http://localhost:1/authorize',
          }),
        },
      },
      async ({ session }) => {
        const failure = await failureOf(session.login('MAIN', contact))
        expect(failure?.message).toMatch(/ERR_(CONNECTION_REFUSED|UNSAFE_PORT)/)
        expect(failure?.message).not.toContain('state=')
      },
    ))
})
