import { createHash, randomBytes } from 'node:crypto'
import { request as playwright } from 'playwright'
import { describe, expect, test } from 'vitest'
import { clientId, environmentAt, pids, redirectUri, startTestOp } from '../oidc/op.fixture.ts'
import type { OpOptions } from '../reference/op/start.ts'
import { unrenderedLogin } from './unrendered-login.ts'

/** One unrendered login at a provider of its own: where it led, the forms it counted, the POSTs that came. */
const loginAs = async (pid: string, asks: OpOptions['asks'] = {}) => {
  const posts: string[] = []
  const op = await startTestOp(
    {},
    { asks, onRequest: ({ method, path }) => void (method === 'POST' && posts.push(path)) },
  )
  const request = await playwright.newContext()
  let forms = 0
  const authorization = new URL('/authorize', op.issuer)
  authorization.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: 'openid profile krr:user/kontaktinformasjon.read',
    state: randomBytes(8).toString('hex'),
    nonce: randomBytes(8).toString('hex'),
    code_challenge: createHash('sha256')
      .update(randomBytes(32).toString('hex'))
      .digest('base64url'),
    code_challenge_method: 'S256',
  }).toString()
  try {
    const outcome = await unrenderedLogin(
      {
        request,
        environment: environmentAt(op.issuer),
        onSecret: () => {},
        onForm: () => {
          forms += 1
        },
        login: {
          persona: 'RESERVED',
          pid,
          level: 'idporten-loa-substantial',
          method: 'testid',
          minid: undefined,
          confirmationRefusal: undefined,
          environment: environmentAt(op.issuer),
          onProgress: () => {},
        },
      },
      authorization.href,
    ).then(
      (callback) => ({ callback }),
      (error: unknown) => ({ error }),
    )
    return { ...outcome, forms, posts: posts.length }
  } finally {
    await request.dispose()
    await op.close()
  }
}

describe('unrendered login', () => {
  test('the form leads to a code, and is counted once', async () => {
    const login = await loginAs(pids.RESERVED)
    expect('callback' in login && login.callback?.searchParams.has('code')).toBe(true)
    expect([login.forms, login.posts]).toEqual([1, 1])
  })

  test('a number that is refused is entered once, and not shown', async () => {
    const wrong = '12345678901'
    const login = await loginAs(wrong)
    expect('error' in login && String(login.error)).toContain('did not accept')
    expect('error' in login && String(login.error)).not.toContain(wrong)
    expect([login.forms, login.posts]).toEqual([1, 1])
  })

  test('a page that asks for something else is left to the rendered walk', async () => {
    const login = await loginAs(pids.RESERVED, { consent: true })
    expect('callback' in login && login.callback).toBeUndefined()
    expect(login.posts).toBe(1)
  })
})
