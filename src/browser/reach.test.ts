import { describe, expect, test } from 'vitest'
import { browserProxy } from './checking-proxy.ts'
import { connectBrowser, resolverRules, unresolvableHosts } from './open-browser.ts'

describe('what a launched browser cannot reach', () => {
  test('the redirect URI of a client in the open is among it', () => {
    expect(unresolvableHosts('https://service.example:8443/callback')).toContain('service.example')
  })

  test('a redirect URI on this machine needs no rule', () => {
    const rules = resolverRules(unresolvableHosts('http://localhost:3000/callback'))
    expect(rules).not.toContain('localhost')
    expect(rules).toContain('MAP google.com ~NOTFOUND, MAP *.google.com ~NOTFOUND')
  })
})

describe('the proxy of the browser', () => {
  test('credentials are kept apart from the address', () => {
    const settings = { httpsProxy: 'http://me:p%40ss@proxy.example:3128', noProxy: undefined }
    expect(browserProxy(settings, [])).toEqual({
      server: 'http://proxy.example:3128',
      bypass: 'localhost,127.0.0.1,[::1]',
      username: 'me',
      password: 'p@ss',
    })
  })

  test('NO_PROXY, this machine and unresolvable hosts go past it', () => {
    const settings = { httpsProxy: 'http://proxy.example:3128', noProxy: '.intern, other.example' }
    expect(browserProxy(settings, ['service.example'])?.bypass).toBe(
      '.intern,other.example,localhost,127.0.0.1,[::1],service.example',
    )
  })

  test('without HTTPS_PROXY there is none', () => {
    expect(browserProxy({ httpsProxy: undefined, noProxy: '*' }, [])).toBeUndefined()
  })
})

describe('a remote browser', () => {
  test('is refused where the redirect URI is not on this machine', async () => {
    await expect(
      connectBrowser('wss://user:secret@browser.example', 'https://service.example/callback'),
    ).rejects.toMatchObject({
      code: 'CONFIGURATION',
      message: expect.stringMatching(/^KRR_BROWSER_WS cannot be used(?!.*secret)/),
    })
  })

  test('that does not answer is named by its key, not by its address', async () => {
    const failure = await connectBrowser(
      'http://localhost:1',
      'http://localhost:3000/callback',
    ).then(
      () => undefined,
      (error: Error) => error,
    )
    expect(failure?.message).toBe('the remote browser at KRR_BROWSER_WS does not answer')
    expect(failure?.cause).toBeUndefined()
  })
})
