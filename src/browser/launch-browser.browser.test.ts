import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { findBrowser } from './find-browser.ts'
import { connectBrowser, launchBrowser } from './open-browser.ts'

const proxy = { httpsProxy: undefined, noProxy: undefined }
const loopback = 'http://localhost:3000/callback'

describe('a launched browser', () => {
  test('cannot reach a redirect URI that is not loopback, though somebody listens there', async () => {
    const arrivals: string[] = []
    const server = createServer((request, response) => {
      arrivals.push(request.url ?? '')
      response.end('reached')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const path = await findBrowser({ browserPath: undefined })
    // This machine by a name that is not known as loopback: no name server is needed for it.
    const redirectUri = `http://0.0.0.0:${port}/callback`
    const browser = await launchBrowser({ path, redirectUri, proxy })
    const control = await launchBrowser({ path, redirectUri: loopback, proxy })
    try {
      const page = await browser.newPage()
      await expect(page.goto(`${redirectUri}?code=x`)).rejects.toThrow('ERR_NAME_NOT_RESOLVED')
      expect(arrivals).toEqual([])
      await (await control.newPage()).goto(`${redirectUri}?control`)
      expect(arrivals).toContain('/callback?control')
    } finally {
      await Promise.all([browser.close(), control.close()])
      await new Promise((resolve) => server.close(resolve))
    }
  })

  test('does not ask a proxy for the redirect URI either', async () => {
    const asked: string[] = []
    const server = createServer((_, response) => response.end('reached'))
    server.on('connect', (request, socket) => {
      asked.push(request.url ?? '')
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const browser = await launchBrowser({
      path: await findBrowser({ browserPath: undefined }),
      redirectUri: 'https://service.example/callback',
      proxy: { httpsProxy: `http://127.0.0.1:${port}`, noProxy: undefined },
    })
    try {
      const page = await browser.newPage()
      await expect(page.goto('https://service.example/callback?code=x')).rejects.toThrow(
        'ERR_NAME_NOT_RESOLVED',
      )
      await expect(page.goto('https://other.example/')).rejects.toThrow(/ERR_/)
      expect(asked.filter((host) => !host.startsWith('other.example'))).toEqual([])
      expect(asked).toContain('other.example:443')
    } finally {
      await browser.close()
      await new Promise((resolve) => server.close(resolve))
    }
  })

  test('looks up no host of its own accord', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'krr-netlog-'))
    /** The log of a browser that was closed; undefined where it ended before it had written an event. */
    const logOf = async (name: string): Promise<NetLog | undefined> => {
      const log = join(folder, name)
      const browser = await launchBrowser({
        path: await findBrowser({ browserPath: undefined }),
        redirectUri: loopback,
        proxy,
        switches: [`--log-net-log=${log}`],
      })
      const page = await browser.newPage()
      await page.setContent('<input type="password"><a href="https://other.example/">other</a>')
      await browser.close()
      return parsedNetLog(readFileSync(log, 'utf8'))
    }
    try {
      const found = (await logOf('1.json')) ?? (await logOf('2.json')) ?? (await logOf('3.json'))
      expect(found && hostsLookedUp(found)).toEqual([])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('gets no setting of ours: neither a secret nor a number is in its environment or its arguments', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'krr-launch-'))
    const path = join(folder, 'browser')
    const found = await findBrowser({ browserPath: undefined })
    writeFileSync(
      path,
      `#!/bin/sh\n(echo "$0 $@"; env) > '${folder}/seen'\nexec '${found}' "$@"\n`,
      { mode: 0o755 },
    )
    const secrets = {
      KRR_TEST_CLIENT_SECRET: 'client-secret-1',
      KRR_STATE_KEY: 'state-key-1',
      KRR_TEST_PID: '20914695016',
      HTTPS_PROXY: 'http://me:proxy-secret-1@127.0.0.1:1',
      https_proxy: 'http://me:proxy-secret-1@127.0.0.1:1',
      GITHUB_TOKEN: 'a-pipeline-s-token-1',
    }
    for (const [name, value] of Object.entries(secrets)) vi.stubEnv(name, value)
    try {
      const browser = await launchBrowser({
        path,
        redirectUri: loopback,
        proxy: { httpsProxy: secrets.HTTPS_PROXY, noProxy: undefined },
      })
      await browser.close()
      const seen = readFileSync(join(folder, 'seen'), 'utf8')
      expect(seen).toContain('--proxy-server=')
      expect(seen).toMatch(/^PATH=/m)
      for (const [name, value] of Object.entries(secrets)) {
        expect(seen).not.toContain(value)
        expect(seen).not.toContain(`${name}=`)
      }
      expect(seen).not.toContain('secret-1')
    } finally {
      vi.unstubAllEnvs()
      rmSync(folder, { recursive: true })
    }
  })

  test('that does not start is named by its path alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'krr-launch-'))
    const path = join(folder, 'browser')
    writeFileSync(path, '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    try {
      const failure = await launchBrowser({
        path,
        redirectUri: loopback,
        proxy: { httpsProxy: 'http://me:secret@127.0.0.1:1', noProxy: undefined },
      }).then(
        () => undefined,
        (error: Error) => error,
      )
      expect(failure?.message).toBe(
        `the browser at ${path} does not start; try it by hand, or set KRR_BROWSER_PATH to another`,
      )
      expect(failure?.cause).toBeUndefined()
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('can be connected to over CDP', async () => {
    const path = await findBrowser({ browserPath: undefined })
    const folder = mkdtempSync(join(tmpdir(), 'krr-cdp-'))
    const port = await freePort()
    const server = await launchBrowser({
      path,
      redirectUri: loopback,
      proxy,
      switches: [`--remote-debugging-port=${port}`],
    })
    try {
      const browser = await connectBrowser(`http://127.0.0.1:${port}`, loopback)
      const page = await (await browser.newContext()).newPage()
      await page.setContent('<title>here</title>')
      expect(await page.title()).toBe('here')
      await browser.close()
      expect(server.isConnected()).toBe(true)
    } finally {
      await server.close()
      rmSync(folder, { recursive: true })
    }
  })
})

interface NetLog {
  readonly constants: { readonly logEventTypes: Record<string, number> }
  readonly events: readonly {
    readonly type: number
    readonly params?: { readonly host?: string }
  }[]
}

/** The log up to its last whole event: a browser on a busy machine may end before it has written the end of its log. */
const parsedNetLog = (text: string): NetLog | undefined => {
  for (const whole of [text, `${text.slice(0, text.lastIndexOf('},\n') + 1)}]}`]) {
    try {
      return JSON.parse(whole) as NetLog
    } catch {
      // Cut elsewhere.
    }
  }
  return undefined
}

/** Hosts that the resolver was asked for and for which a real look-up was begun. */
const hostsLookedUp = ({ constants, events }: NetLog): readonly string[] => {
  const types = ['HOST_RESOLVER_MANAGER_JOB', 'HOST_RESOLVER_DNS_TASK', 'HOST_RESOLVER_SYSTEM_TASK']
    .map((name) => constants.logEventTypes[name])
    .filter((type) => type !== undefined)
  expect(types).not.toEqual([])
  return events
    .filter(({ type, params }) => types.includes(type) && params?.host !== undefined)
    .map(({ params }) => params?.host ?? '')
}

const freePort = async (): Promise<number> => {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
