import type { Browser, Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { openBrowser } from '../../browser/open-browser.ts'
import { krrScopes } from '../../evidence/person-reading.ts'
import { openTestSender, pids } from '../../oidc/op.fixture.ts'
import { openConnectProxy } from '../../reference/connect-proxy.fixture.ts'
import { createPki } from '../../reference/pki/pki.ts'
import { settings, type TestSession, withSession } from '../session.fixture.ts'

const combinations = Array.from({ length: 8 }, (_, bits) =>
  krrScopes.filter((_scope, at) => (bits >> at) % 2 === 1),
)
const redirectUri = 'http://localhost:3000/callback'

/** What the person sees: here a browser without a window, for machines that run tests have no display. */
interface Seen extends TestSession {
  readonly browser: Browser
  readonly told: readonly string[]
  /** The page that was opened for the person; another one than before. */
  readonly page: (before?: Page) => Promise<Page>
}

const withPerson = async (
  body: (seen: Seen) => Promise<void>,
  op: Parameters<typeof withSession>[0]['op'] = {},
): Promise<void> => {
  const opening = openBrowser({
    settings: { ...settings, browserPath: process.env['KRR_BROWSER_PATH'] },
    redirectUri,
  })
  const told: string[] = []
  const operator = { tell: (lines: readonly string[]) => void told.push(...lines) }
  await withSession(
    {
      op,
      environment: { login: 'operator', pid: undefined },
      session: { pids: {}, operator, window: opening },
    },
    async (session) => {
      const browser = await opening
      const page = (before?: Page) => pageOfPerson(browser, before)
      await body({ ...session, browser, told, page })
    },
  )
}

/** The page that was opened for the person, another one than before. */
const pageOfPerson = async (browser: Browser, before?: Page): Promise<Page> => {
  const shown = () =>
    browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((one) => one !== before && one.url().includes('/authorize'))
  await expect.poll(() => shown() !== undefined, { timeout: 10_000 }).toBe(true)
  return shown() as Page
}

/** The person takes their eID and enters their number. */
const logIn = async (page: Page, pid: string): Promise<void> => {
  await page
    .getByRole('link', { name: /TestID/ })
    .first()
    .click()
  await page.locator('#pid').fill(pid)
  await page.locator('#submit').click({ noWaitAfter: true })
}

describe('an operator in a window', { timeout: 60_000 }, () => {
  test('logs in once by themselves, and all combinations come through that session', () =>
    withPerson(async ({ session, page, told, screenshots, asked, secrets }) => {
      const tokens = Promise.all(combinations.map((scopes) => session.tokens('MAIN', scopes)))
      await logIn(await page(), pids.MAIN)
      expect((await tokens).map(({ granted }) => granted)).toEqual(combinations)
      expect([session.formLogins, session.mainPid]).toEqual([1, pids.MAIN])
      expect(asked.filter((path) => path.endsWith('/selector'))).toHaveLength(1)
      expect(told[1]).toMatch(/^mine: log in by yourself, in the window .* 10 minutes, until \d\d:/)
      expect(told.at(-1)).toBe('mine: logged in; the rest comes through this login.')
      expect(screenshots).toEqual([])
      expect([...secrets.values()]).toContain('cookie')
      // Silently too, for what takes a login of its own.
      await session.ownTokens('MAIN', krrScopes)
      expect(session.formLogins).toBe(1)
    }))

  test('has nothing filled in and nothing pressed for them', () =>
    withPerson(async ({ session, page, asked }) => {
      const tokens = session.tokens('MAIN', krrScopes)
      tokens.catch(() => {})
      const seen = await page()
      await seen
        .getByRole('link', { name: /TestID/ })
        .first()
        .click()
      await seen.locator('#pid').waitFor()
      expect(await seen.locator('#pid').inputValue()).toBe('')
      expect(asked).not.toContain('/token')
      session.interrupt()
      await expect(tokens).rejects.toThrow('login by the operator: the run was interrupted')
    }))

  test('answers the consent by themselves, combination by combination', () =>
    withPerson(
      async ({ session, page, told }) => {
        const first = session.tokens('MAIN', krrScopes)
        const before = await page()
        await logIn(before, pids.MAIN)
        await before.getByRole('button', { name: 'Godta' }).click({ noWaitAfter: true })
        expect((await first).granted).toEqual(krrScopes)
        const second = session.tokens('MAIN', krrScopes.slice(0, 1))
        second.catch(() => {})
        const next = await page(before)
        await next.getByRole('button', { name: 'Godta' }).click({ noWaitAfter: true })
        expect((await second).granted).toEqual(krrScopes.slice(0, 1))
        expect(told.join('\n')).toContain('mine: ID-porten asks once more, in the window')
      },
      { asks: { consent: true } },
    ))

  test('who closes the window is asked for nothing more, and no picture is taken of it', () =>
    withPerson(async ({ session, page, told, screenshots }) => {
      const all = Promise.allSettled(combinations.map((scopes) => session.tokens('MAIN', scopes)))
      await (await page()).close()
      const because = 'login by the operator: the window was closed before the login was over'
      expect((await all).map((one) => one.status === 'rejected' && one.reason.message)).toEqual(
        Array(8).fill(because),
      )
      expect([session.formLogins, told.at(-1)]).toEqual([1, `mine: ${because}`])
      expect(screenshots).toEqual([])
    }))
})

test('an operator in a window logs in to production’s own address, and what they see is checked', {
  timeout: 60_000,
}, async () => {
  const pki = await createPki()
  const host = 'idporten.no'
  const ports: Record<string, number> = {}
  const proxy = await openConnectProxy(ports)
  const way = { ca: pki.caPem, httpsProxy: proxy.url }
  const sender = openTestSender(way)
  const through = { ...settings, ...way, browserPath: process.env['KRR_BROWSER_PATH'] }
  const opening = openBrowser({ settings: through, redirectUri, ca: pki.caPem })
  const named = { host, tls: pki.issueTls({ hosts: { names: [host], ipv4: [] } }) }
  const front = async (port: number) => {
    ports[host] = port
    return port
  }
  try {
    await withSession(
      {
        op: { named, front },
        environment: { login: 'operator', pid: undefined, production: true, ca: pki.caPem },
        session: { pids: {}, send: sender.send, settings: through, window: opening },
      },
      async ({ session, op, screenshots }) => {
        expect(op.issuer).toBe('https://idporten.no')
        const tokens = Promise.all(combinations.map((scopes) => session.tokens('MAIN', scopes)))
        await logIn(await pageOfPerson(await opening), pids.MAIN)
        expect((await tokens).map(({ granted }) => granted)).toEqual(combinations)
        expect([session.formLogins, session.mainPid, screenshots]).toEqual([1, pids.MAIN, []])
        expect(new Set(proxy.asked)).toEqual(new Set(['idporten.no:443']))
      },
    )
  } finally {
    await sender.close()
    await proxy.close()
  }
})
