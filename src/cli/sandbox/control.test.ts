import { Agent, request } from 'undici'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decide, logIn, type ServiceOptions } from './service.fixture.ts'
import { type Sandbox, startSandbox } from './start.ts'

let sandbox: Sandbox
const initial = ['VAR-EXPIRED-CONTACT-IS-DELIVERED', 'DEF-HTTP-NOSNIFF-IS-MISSING']
beforeAll(async () => {
  sandbox = await startSandbox({ faults: initial })
}, 60_000)
afterAll(() => sandbox?.stop())
beforeEach(() => ask('DELETE', '/active', { authorization: bearer() }))

const bearer = () => `Bearer ${sandbox.control.token}`

const ask = async (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body: string | null = null,
) => {
  const response = await request(`${sandbox.control.url}${path}`, { method, headers, body })
  return {
    status: response.statusCode,
    headers: response.headers,
    text: await response.body.text(),
  }
}
const put = (...faults: readonly string[]) =>
  ask('PUT', '/active', { authorization: bearer() }, JSON.stringify({ faults }))

const service = (): ServiceOptions => {
  const { apiUrl, issuer, client, redirectUri, caPem, trustAnchorPem } = sandbox.reference
  return { apiUrl, issuer, client, redirectUri, ca: caPem, trustAnchor: trustAnchorPem }
}
const main = () => decide(sandbox.reference.people.MAIN.pid, service())

describe('the control address', { timeout: 60_000 }, () => {
  test('switches faults on and off while the sandbox runs', async () => {
    expect((await main()).kind).toBe('e-mail')
    const { status, text } = await put('DEF-JWS-SIGNATURE-IS-BROKEN')
    expect(status).toBe(200)
    expect(JSON.parse(text).active.map(({ id }: { id: string }) => id)).toEqual([
      'VAR-EXPIRED-CONTACT-IS-DELIVERED',
      'DEF-JWS-SIGNATURE-IS-BROKEN',
    ])
    expect((await main()).kind).toBe('refused')
    await ask('DELETE', '/active', { authorization: bearer() })
    expect((await main()).kind).toBe('e-mail')
  })

  test('counts requests, and what was met', async () => {
    await ask('DELETE', '/exchanges', { authorization: bearer() })
    await put('503=7')
    await main()
    const { counts } = JSON.parse((await ask('GET', '/status')).text)
    expect(counts.requests.api).toBe(1)
    expect(counts.requests.op).toBeGreaterThanOrEqual(3)
    expect(counts.applied).toEqual({ '503=7': 1 })
  })

  test('shows the last exchanges, masked as in a report', async () => {
    await put('DEF-JWS-SIGNATURE-IS-BROKEN')
    await main()
    const { text } = await ask('GET', '/exchanges')
    const exchanges: readonly {
      server: string
      applied: readonly string[]
      request: { url: string }
      response: { status: number; jws?: { payload: unknown }; content?: string }
    }[] = JSON.parse(text)
    expect(exchanges.at(-1)).toMatchObject({
      server: 'api',
      applied: ['DEF-JWS-SIGNATURE-IS-BROKEN'],
      response: { status: 200, jws: { payload: { status: 'AKTIV' } } },
    })
    expect(exchanges.filter(({ request: { url } }) => url.endsWith('/token'))).not.toEqual([])
    const { client, people } = sandbox.reference
    for (const secret of [client.secret, people.MAIN.pid, 'main@example.com', 'eyJ', '+4799999999'])
      expect(text).not.toContain(secret)
    const page = await ask('GET', '/')
    for (const secret of [client.secret, 'main@example.com', 'eyJ'])
      expect(page.text).not.toContain(secret)
  })

  test('puts people back', async () => {
    const { apiUrl, caPem, people } = sandbox.reference
    const scope = 'openid profile krr:user/kontaktinformasjon.read krr:user/spraak.write'
    const { accessToken } = await logIn(people.MAIN.pid, service(), scope)
    const dispatcher = new Agent({ connect: { ca: caPem } })
    const { statusCode } = await request(apiUrl, {
      dispatcher,
      method: 'PATCH',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: '{"spraak": "se"}',
    })
    await dispatcher.close()
    expect([statusCode, await main()]).toEqual([204, expect.objectContaining({ language: 'se' })])
    expect((await ask('POST', '/people/reset', { authorization: bearer() })).status).toBe(204)
    expect(await main()).toMatchObject({ language: 'nb' })
  })

  test.each([
    ['no token', {}, 401],
    ['another token', { authorization: 'Bearer other' }, 401],
    ['the right one by a name that leads here', { host: 'evil.example', authorization: '' }, 421],
  ])('refuses a change with %s', async (_, headers, status) => {
    const own = 'host' in headers ? { ...headers, authorization: bearer() } : headers
    const { status: met } = await ask('PUT', '/active', own, '{"faults": ["reset"]}')
    expect(met).toBe(status)
    expect(sandbox.switchboard.active().map(({ id }) => id)).not.toContain('reset')
  })

  test.each([
    ['{"faults": ["DEF-JWS-SIGNATURE-BROKEN"]}', /did you mean DEF-JWS-SIGNATURE-IS-BROKEN\?/],
    ['{"faults": ["DEF-TLS-CERTIFICATE-HAS-EXPIRED"]}', /from the start alone/],
    ['{"faults": "reset"}', /the content must be/],
    ['[', /the content must be/],
  ])('says what is wrong with %s', async (sent, says) => {
    const { status, text } = await ask('PUT', '/active', { authorization: bearer() }, sent)
    expect([status, JSON.parse(text).error]).toEqual([400, expect.stringMatching(says)])
  })
})

describe('its page', { timeout: 60_000 }, () => {
  const entered = async () => {
    const { url, token } = sandbox.control
    const { status, headers } = await ask('GET', `/?token=${token}`)
    expect([status, headers['location']]).toEqual([303, '/'])
    const [cookie = ''] = String(headers['set-cookie']).split(';')
    const { text } = await ask('GET', '/', { cookie })
    const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec(text) ?? []
    return { cookie, csrf, origin: url }
  }
  const post = (
    {
      csrf,
      ...headers
    }: { readonly csrf: string; readonly cookie: string; readonly origin: string },
    faults: string,
  ) => {
    const form = new URLSearchParams({ csrf, faults, change: 'PUT /active' })
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    return ask('POST', '/form', { ...headers, ...type }, form.toString())
  }
  const isOn = (id: string) => sandbox.switchboard.active().some((fault) => fault.id === id)

  test('changes by its form what the token allows', async () => {
    const page = await entered()
    expect((await post(page, 'latency=1\r\nDEF-JWS-SIGNATURE-IS-BROKEN')).status).toBe(303)
    expect([isOn('latency=1'), isOn('DEF-JWS-SIGNATURE-IS-BROKEN')]).toEqual([true, true])
  })

  test.each([
    ['another page', { origin: 'http://evil.example' }],
    ['no cookie', { cookie: '' }],
    ['nobody who has read it', { csrf: 'other' }],
  ])('takes nothing from %s', async (_, otherwise) => {
    const { status } = await post({ ...(await entered()), ...otherwise }, 'latency=2')
    expect([status, isOn('latency=2')]).toEqual([403, false])
  })

  test('has no script, and a policy that lets none run', async () => {
    const { headers, text } = await ask('GET', '/')
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/)
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(text).not.toMatch(/<script|name="csrf"| on[a-z]+=/)
  })
})
