import { decodeJwt } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import { createVisitor, formLogin, silently } from './browserless.fixture.ts'
import {
  authorizationRequest,
  authorize,
  kari,
  ola,
  type Redeemable,
  redeem,
  startTestOp,
} from './flow.fixture.ts'
import type { OpAsks, RunningOp } from './start.ts'

const contact = 'openid profile krr:user/kontaktinformasjon.read'
const mailbox = 'openid profile krr:user/digitalpost.read'
const everything = `${contact} krr:user/digitalpost.read krr:user/spraak.write`

const running = async (asks: OpAsks = {}): Promise<RunningOp> => {
  const op = await startTestOp({}, { asks })
  onTestFinished(() => op.close())
  return op
}

const tokensOf = async (op: RunningOp, code: Redeemable) =>
  (await (await redeem(op, code)).json()) as Record<string, string>

const scopeOf = async (op: RunningOp, code: Redeemable) => {
  const { access_token: accessToken = '', scope } = await tokensOf(op, code)
  expect(decodeJwt(accessToken)['scope']).toBe(scope)
  return scope
}

test('each token of one session carries the scopes of its own request and no others', async () => {
  const op = await running()
  const visitor = createVisitor()
  const first = await formLogin(op, visitor, kari, { scope: everything })
  expect(await scopeOf(op, first)).toBe(everything)
  const silent = await Promise.all(
    [contact, mailbox, everything, 'openid profile', contact].map((scope) =>
      silently(op, visitor, { scope }),
    ),
  )
  expect(await Promise.all(silent.map((code) => scopeOf(op, code)))).toEqual([
    contact,
    mailbox,
    everything,
    'openid profile',
    contact,
  ])
})

test('revoking the token of one request leaves those of the others alive', async () => {
  const op = await running()
  const visitor = createVisitor()
  const first = await tokensOf(op, await formLogin(op, visitor, kari, { scope: contact }))
  const second = await tokensOf(op, await silently(op, visitor, { scope: mailbox }))
  const replayed = await silently(op, visitor, { scope: contact })
  const third = await tokensOf(op, replayed)
  expect((await redeem(op, replayed)).status).toBe(400)
  const revoked = [first, second, third].map(({ access_token: token = '' }) =>
    op.isRevoked(decodeJwt(token).jti ?? ''),
  )
  expect(revoked).toEqual([false, false, true])
})

test('prompt=none without a session is login_required', async () => {
  const { parameters } = await authorize(await running(), { extra: { prompt: 'none' } })
  expect(parameters.get('error')).toBe('login_required')
})

test('prompt=none at a higher level than the session has is login_required', async () => {
  const op = await running()
  const visitor = createVisitor()
  await formLogin(op, visitor, kari, { eid: 'testid1' })
  const extra = { prompt: 'none', acr_values: 'idporten-loa-high' }
  const { parameters } = await silently(op, visitor, { extra })
  expect(parameters.get('error')).toBe('login_required')
})

test('prompt=login asks again, and another person may log in', async () => {
  const op = await running()
  const visitor = createVisitor()
  await formLogin(op, visitor, kari)
  const { url } = authorizationRequest(op, { extra: { prompt: 'login' } })
  expect((await visitor.visit(url)).location).toBe(`${op.issuer}/authorize/selector`)
  const other = await formLogin(op, visitor, ola, { extra: { prompt: 'login' } })
  const { id_token: idToken = '' } = await tokensOf(op, other)
  expect(decodeJwt(idToken)['pid']).toBe(ola)
  const { id_token: next = '' } = await tokensOf(op, await silently(op, visitor))
  expect(decodeJwt(next)['pid']).toBe(ola)
})

test('a headless login leaves no session behind, and consent to its scopes is implicit', async () => {
  const op = await running({ consent: true, contactInformation: true })
  expect(await scopeOf(op, await authorize(op, { scope: everything }))).toBe(everything)
})

test('a headless hint that is no synthetic person, or a level too low, gets the pages', async () => {
  const op = await running()
  const hints = [
    { login_hint: 'testid:12345678901_idporten-loa-high' },
    { login_hint: `testid:${kari}_idporten-loa-sky-high` },
    { login_hint: `testid:${kari}_idporten-loa-substantial`, acr_values: 'idporten-loa-high' },
  ]
  for (const extra of hints) {
    const { url } = authorizationRequest(op, { extra })
    const { location } = await createVisitor().visit(url)
    expect(location).toBe(`${op.issuer}/authorize/selector`)
  }
})

test('consent is asked once per scope set, and a silent request without it is consent_required', async () => {
  const op = await running({ consent: true })
  const visitor = createVisitor()
  await formLogin(op, visitor, kari, { scope: 'openid profile' })
  const before = await silently(op, visitor, { scope: contact })
  expect(before.parameters.get('error')).toBe('consent_required')
  const { url } = authorizationRequest(op, { scope: contact, extra: {} })
  const page = await visitor.visit((await visitor.visit(url)).location)
  expect(page.text).toContain('Godta')
  const consent = { godta: '', scope: 'krr:user/kontaktinformasjon.read' }
  const resume = await visitor.visit(`${op.issuer}/authorize/consent`, consent)
  await visitor.visit(resume.location)
  expect(await scopeOf(op, await silently(op, visitor, { scope: contact }))).toBe(contact)
  const other = await silently(op, visitor, { scope: mailbox })
  expect(other.parameters.get('error')).toBe('consent_required')
})

test('a resource that is asked for is the audience, and the only one', async () => {
  const op = await running()
  const resource = 'https://kontaktregisteret.no'
  const login_hint = `testid:${kari}_idporten-loa-high`
  const code = await authorize(op, { scope: contact, extra: { login_hint, resource } })
  const { access_token: accessToken = '' } = await tokensOf(op, code)
  expect(decodeJwt(accessToken)).toMatchObject({ aud: resource, scope: contact })
})

test('a login page outside a login says that it has expired', async () => {
  const op = await running()
  const { status, text } = await createVisitor().visit(`${op.issuer}/authorize/testid1`)
  expect(status).toBe(400)
  expect(text).toContain('Innloggingen har utløpt')
})

test('an authorization request without PKCE is refused', async () => {
  const op = await running()
  const url = new URL(authorizationRequest(op).url)
  url.searchParams.delete('code_challenge')
  url.searchParams.delete('code_challenge_method')
  const response = await fetch(url, { redirect: 'manual' })
  expect(response.headers.get('location')).toContain('error=invalid_request')
})

test('logout by POST goes where the client asked, with its state, and ends the session', async () => {
  const op = await running()
  const visitor = createVisitor()
  const { id_token: idToken = '' } = await tokensOf(op, await formLogin(op, visitor, kari))
  const { status, location } = await visitor.visit(`${op.issuer}/logout`, {
    id_token_hint: idToken,
    post_logout_redirect_uri: 'http://localhost:3000/',
    state: 'bye',
  })
  expect([status, location]).toEqual([302, 'http://localhost:3000/?state=bye'])
  const { parameters } = await silently(op, visitor)
  expect(parameters.get('error')).toBe('login_required')
})
