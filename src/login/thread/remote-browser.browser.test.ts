import { MessageChannel } from 'node:worker_threads'
import { describe, expect, test } from 'vitest'
import { createPace, type Pace, sharePace } from '../../evidence/pace.ts'
import { krrScopes } from '../../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../../evidence/transport.ts'
import { settings, type TestSession, withSession } from '../session.fixture.ts'
import { remoteLoginBrowser } from './remote-browser.ts'
import { serveLoginBrowser } from './serve-browser.ts'

const minid = {
  login: 'minid',
  minid: { password: 'another', oneTimeCode: '12345' },
} as const
const redirectUri = 'http://localhost:3000/callback'

/** A session whose browser is reached over a port only, as from another thread. */
const withRemote = (
  { environment, ...options }: Parameters<typeof withSession>[0],
  body: (session: TestSession) => Promise<void>,
): Promise<void> => {
  const { port1, port2 } = new MessageChannel()
  serveLoginBrowser({
    port: port2,
    launch: {
      environment: { issuer: 'http://localhost', redirectUri },
      settings: { ...settings, browserPath: process.env['KRR_BROWSER_PATH'] },
    },
  })
  return withSession(
    {
      ...options,
      environment: { login: 'testid', redirectUri, ...environment },
      session: { ...options.session, browser: remoteLoginBrowser(port1, {}) },
    },
    body,
  )
}

describe('a browser in another thread', () => {
  test('one form serves every combination, and its cookies are made known', () =>
    withRemote({}, async ({ session, secrets }) => {
      const tokens = await Promise.all([
        session.tokens('MAIN', krrScopes),
        session.tokens('MAIN', []),
      ])
      expect(tokens.map(({ granted }) => granted)).toEqual([krrScopes, []])
      expect(session.formLogins).toBe(1)
      expect([...secrets.values()]).toContain('cookie')
    }))

  test('a write on the way is told', () =>
    withRemote({ op: { asks: { contactInformation: true } } }, async ({ session, progress }) => {
      await session.tokens('MAIN', krrScopes)
      expect(progress).toEqual([
        'login of MAIN: contact information was confirmed, which writes to the register',
      ])
    }))

  test('a refused number is told as such, with a masked picture', () =>
    withRemote({ environment: minid }, async (run) => {
      const error = await run.session.login('MAIN', krrScopes).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(EvidenceUnavailableError)
      expect(String(error)).toMatch(/login of MAIN stopped at the step/)
      expect(run.screenshots.map(({ name }) => name)).toEqual([
        expect.stringMatching(/^login-MAIN-/),
      ])
      expect(run.secrets.get('another')).toBe('password')
    }))

  test('what is sent without a page takes its turn here', async () => {
    const pace = createPace(sharePace({ perSecond: undefined, requests: 500 }))
    let inFlight = 0
    const counted: Pace = {
      ...pace,
      async turn(origin) {
        const turn = await pace.turn(origin)
        inFlight += 1
        const release = (): void => {
          inFlight -= 1
          turn.release()
        }
        return { ...turn, release }
      },
    }
    await withRemote({ session: { pace: counted } }, async ({ session }) => {
      await session.tokens('RESERVED', krrScopes)
      expect(session.formLogins).toBe(1)
      expect(pace.sent).toBeGreaterThan(3)
      await expect.poll(() => inFlight).toBe(0)
    })
  })

  test('who is not configured is nobody’s business there', () =>
    withRemote({}, async ({ session }) => {
      await expect(session.login('NO_MAILBOX', krrScopes)).rejects.toMatchObject({
        verdict: 'not-applicable',
      })
    }))
})
