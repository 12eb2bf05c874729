import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import type { Environment } from '../config/environment.ts'
import { pids } from '../oidc/op.fixture.ts'
import type { OpAsks } from '../reference/op/start.ts'
import { type Before, type Rewrite, rewriting } from './rewritten.fixture.ts'
import { type TestSession, withSession } from './session.fixture.ts'

/** With `KRR_PATIENCE=real` pages take the 14 s that they may take live; else both times are a part of that. */
const isWhole = process.env['KRR_PATIENCE'] === 'real'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})

interface Login {
  readonly environment?: Partial<Environment>
  readonly before?: Before
  readonly rewrite?: Rewrite
  readonly asks?: OpAsks
  readonly persona?: 'MAIN' | 'RESERVED'
  readonly pids?: Partial<typeof pids>
}

/** One login at a provider of its own: what came of it, how many forms were posted, and what was told meanwhile. */
const logIn = async (login: Login) => {
  const front = rewriting(login.rewrite ?? ((html) => html), login.before)
  opened.push(front)
  let outcome = 'it went through'
  let heard: TestSession | undefined
  let posts = 0
  const op = {
    front: front.front,
    ...(login.asks === undefined ? {} : { asks: login.asks }),
    onRequest: ({ method, path }: { method: string; path: string }) => {
      if (method === 'POST' && path.startsWith('/authorize/')) posts += 1
    },
  }
  const environment = { login: 'testid', ...login.environment } as const
  await withSession({ environment, op, session: { pids: login.pids ?? pids } }, async (session) => {
    heard = session
    const scopes = ['krr:user/kontaktinformasjon.read'] as const
    await session.session.login(login.persona ?? 'MAIN', scopes).catch((error: Error) => {
      outcome = error.message
    })
  })
  return { outcome, posts, progress: heard?.progress ?? [] }
}

/** The first request of its kind is lost, or hangs until the login gives it up. */
const once = (method: string, path: RegExp, happen: () => Promise<void> | false): Before => {
  let isOver = false
  return (own, at) => {
    if (isOver || own !== method || !path.test(at)) return undefined
    isOver = true
    return happen()
  }
}
const hangs = () => new Promise<void>(() => {})
const isLost = () => false as const

describe('a login page may take its time', () => {
  test.each([
    ['testid', 6, ['selector', 'testid1', 'contact-information', 'consent']],
    // What is entered once has no second try that a busy machine could take.
    ['minid', 15, ['minid', 'minid/otc']],
  ] as const)(
    '%s goes through where each page answers after 14 s of the 30',
    {
      timeout: isWhole ? 240_000 : 120_000,
    },
    async (login, seconds, pages) => {
      const stepSeconds = isWhole ? 30 : seconds
      const late = new Set<string>()
      const { outcome } = await logIn({
        environment: {
          login,
          stepSeconds,
          allowWrite: true,
          minid: { password: 'password01', oneTimeCode: '12345' },
        },
        asks: { contactInformation: true, consent: true },
        before: (method, path) => {
          const page = pages.find((own) => path.replace(/\?.*/, '') === `/authorize/${own}`)
          if (method !== 'GET' || page === undefined) return undefined
          late.add(page)
          return wait((stepSeconds * 1_000 * 14) / 30)
        },
      })
      expect([outcome, [...late]]).toEqual(['it went through', pages])
    },
  )

  test('what does not answer in a step is not called a refusal, and is tried once more', {
    timeout: 60_000,
  }, async () => {
    const { outcome, progress, posts } = await logIn({
      environment: { stepSeconds: 1 },
      before: (method, path) =>
        method === 'POST' && path.startsWith('/authorize/') ? hangs() : undefined,
    })
    expect(outcome).toMatch(
      /no answer to the form came|did not answer within 1 s \(KRR_MINE_STEP_SECONDS\)/,
    )
    expect(outcome).not.toContain('did not accept')
    expect(progress.filter((line) => line.includes('tried once more'))).toHaveLength(1)
    expect(posts).toBe(0)
  })
})

describe('one more try, from a fresh authorization request', () => {
  test.each([
    ['the selector', 'GET', /^\/authorize\/selector/],
    ['the form', 'GET', /^\/authorize\/testid1/],
    ['the answer to the number', 'POST', /^\/authorize\/testid1/],
  ] as const)('%s is lost once: it goes through', async (_, method, path) => {
    const { outcome, posts } = await logIn({ before: once(method, path, isLost) })
    expect([outcome, posts]).toEqual(['it went through', 1])
  })

  test('a request without pages that is lost falls back to the pages', async () => {
    const { outcome, progress } = await logIn({
      persona: 'RESERVED',
      before: once('POST', /^\/authorize\/testid1/, isLost),
    })
    expect([outcome, progress]).toEqual(['it went through', []])
  })

  test('MinID is entered once: a lost answer ends it', async () => {
    const { outcome, posts } = await logIn({
      environment: { login: 'minid', minid: { password: 'password01', oneTimeCode: '12345' } },
      before: once('POST', /^\/authorize\/minid/, isLost),
    })
    expect(outcome).toMatch(/step "minid": no answer to the form came/)
    expect(posts).toBe(0)
  })

  test('before a password is entered, MinID is tried once more too', {
    timeout: 60_000,
  }, async () => {
    const { outcome } = await logIn({
      environment: {
        login: 'minid',
        stepSeconds: 30,
        minid: { password: 'password01', oneTimeCode: '12345' },
      },
      before: once('GET', /^\/authorize\/minid/, isLost),
    })
    expect(outcome).toBe('it went through')
  })

  test('a number that was refused is not tried again', async () => {
    const { outcome, posts } = await logIn({ pids: { MAIN: '12345678901' as never } })
    expect(outcome).toMatch(/did not accept what was entered|asks again/)
    expect(posts).toBe(1)
  })
})

describe('an error page is quoted', () => {
  const page =
    (sentence: string): Rewrite =>
    (html, path) =>
      path === '/authorize'
        ? html.replace(/<main>[\s\S]*<\/main>/, `<main>${sentence}</main>`)
        : html
  const digdirs = page(
    '<h1>Noe gikk galt</h1><p>400 invalid_request (traceId=7f3a9c21b04d4e55a1b2c3d4e5f60718)</p>',
  )

  test.each(['testid', 'headless'] as const)('%s: a client that nobody knows', async (login) => {
    const { outcome } = await logIn({
      environment: { login, clientId: 'nobody' },
      rewrite: digdirs,
    })
    expect(outcome).toContain(
      'ID-porten shows an error page, status 400: KRR_MINE_CLIENT_ID or KRR_MINE_REDIRECT_URI is not as registered; it says "Noe gikk galt: 400 invalid_request" (traceId 7f3a9c21b04d4e55a1b2c3d4e5f60718)',
    )
    expect(outcome).not.toContain('hint')
  })

  test.each(['testid', 'headless'] as const)(
    '%s: a redirect URI that is not registered',
    async (login) => {
      const { outcome } = await logIn({
        environment: { login, redirectUri: 'http://localhost:3001/callback' },
      })
      expect(outcome).toMatch(
        /error page, status 400: KRR_MINE_CLIENT_ID or KRR_MINE_REDIRECT_URI is not as registered; it says "Noe gikk galt: 400 invalid_request" \(traceId [\da-f]{32}\)/,
      )
    },
  )

  test('numbers, addresses and control characters of the page are not', async () => {
    const { outcome } = await logIn({
      environment: { clientId: 'nobody' },
      rewrite: page(`<h1>Feil &#x202e;&#27;[31m for ${pids.MAIN}, kari@example.com</h1>`),
    })
    expect(outcome).toContain('Feil [31m for …, …')
    expect(outcome).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })
})

test('a login page that forbids its own form to go on is named', async () => {
  const { outcome } = await logIn({
    rewrite: (html, path) =>
      path.startsWith('/authorize/testid')
        ? html.replace(
            '<head>',
            `<head><meta http-equiv="Content-Security-Policy" content="form-action 'none'">`,
          )
        : html,
    environment: { stepSeconds: 5 },
  })
  expect(outcome).toContain('form-action of its Content-Security-Policy')
})

test('a question about cookies over the page is answered, and the login goes on', async () => {
  const { outcome } = await logIn({
    rewrite: (html, path) =>
      path.startsWith('/authorize/testid')
        ? html.replace(
            '</body>',
            `<div role="dialog" id="c" style="position:fixed;inset:0;background:#fff">Vi bruker informasjonskapsler
             <button onclick="c.remove()">Avvis</button><button>Godta</button></div></body>`,
          )
        : html,
  })
  expect(outcome).toBe('it went through')
})
