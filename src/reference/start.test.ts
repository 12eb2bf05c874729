import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decodeJwt } from 'jose'
import { Agent, request } from 'undici'
import { expect, onTestFinished, test } from 'vitest'
import { hasControlDigits } from './op/personidentifikator.ts'
import {
  createShared,
  PortInUseError,
  type ReferenceEnvironment,
  type ReferenceOptions,
  startReference,
} from './start.ts'

const shared = await createShared()

const running = async (options: ReferenceOptions = {}): Promise<ReferenceEnvironment> => {
  const environment = await startReference({ shared, ...options })
  onTestFinished(() => environment.stop())
  return environment
}

const scope = 'openid profile krr:user/kontaktinformasjon.read krr:user/digitalpost.read'

/** One headless login, from the authorization request to the access token. */
const login = async (environment: ReferenceEnvironment, pid: string): Promise<string> => {
  const { issuer, client, redirectUri } = environment
  const verifier = randomBytes(32).toString('base64url')
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: client.id,
    redirect_uri: redirectUri,
    scope,
    state: 'the-state',
    nonce: 'the-nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    login_hint: `testid:${pid}_idporten-loa-high`,
  })
  const authorization = await fetch(`${issuer}/authorize?${query}`, { redirect: 'manual' })
  const callback = new URL(authorization.headers.get('location') ?? '', issuer)
  const token = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${client.id}:${client.secret}`)}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: callback.searchParams.get('code') ?? '',
      code_verifier: verifier,
      redirect_uri: redirectUri,
    }),
  })
  const body = (await token.json()) as { access_token: string }
  return body.access_token
}

/** The person through TLS that trusts the environment's own root and nothing else. */
const readPerson = async (environment: ReferenceEnvironment, token: string) => {
  const dispatcher = new Agent({ connect: { ca: environment.caPem } })
  onTestFinished(() => dispatcher.close())
  return request(environment.apiUrl, {
    dispatcher,
    headers: { authorization: `Bearer ${token}` },
  })
}

test('a headless login gets a token, and the token gets the person', async () => {
  const environment = await running()
  const { pid } = environment.people.MAIN
  const response = await readPerson(environment, await login(environment, pid))
  expect(response.statusCode).toBe(200)
  expect(await response.body.json()).toMatchObject({
    personidentifikator: pid,
    status: 'AKTIV',
    varslingsstatus: 'KAN_VARSLES',
    kontaktinformasjon: { epostadresse: 'main@example.com' },
    digital_post: { postkasseadresse: expect.any(String) },
  })
})

test('a revoked token is refused', async () => {
  const environment = await running()
  const { client, issuer, people } = environment
  const token = await login(environment, people.MAIN.pid)
  await fetch(`${issuer}/token/revoke`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${client.id}:${client.secret}`)}` },
    body: new URLSearchParams({ token }),
  })
  const response = await readPerson(environment, token)
  expect(response.statusCode).toBe(401)
  await response.body.dump()
})

test('a token expires when so much time was let pass, for the API alone', async () => {
  const environment = await running()
  const { people } = environment
  const token = await login(environment, people.MAIN.pid)
  environment.letTimePass(110_000)
  expect((await readPerson(environment, token)).statusCode).toBe(200)
  environment.letTimePass(11_000)
  expect((await readPerson(environment, token)).statusCode).toBe(401)
})

test("the short-lived client's tokens live for a second", async () => {
  const environment = await running()
  const { people, shortLivedClient } = environment
  const token = await login({ ...environment, client: shortLivedClient }, people.MAIN.pid)
  const { exp = 0, iat = 0 } = decodeJwt(token)
  expect(exp - iat).toBe(1)
})

test('a token of one environment is refused by another with the same keys', async () => {
  const [one, other] = await Promise.all([running(), running()])
  const token = await login(one, one.people.MAIN.pid)
  const response = await readPerson(other, token)
  expect(response.statusCode).toBe(401)
  await response.body.dump()
})

test('the people are synthetic, each with a number of their own that is valid', async () => {
  const { people } = await running()
  const pids = Object.values(people).map(({ pid }) => pid)
  expect(new Set(pids).size).toBe(9)
  expect(pids.every(hasControlDigits)).toBe(true)
  for (const pid of pids) expect(pid).toMatch(/^\d{2}(8[1-9]|9[0-2])/)
  expect(people.D_NUMBER.pid).toMatch(/^[4-7]/)
})

test.each(['opPort', 'apiPort'] as const)('%s in use is said by its number', async (option) => {
  const blocker = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void blocker.close())
  await new Promise((resolve) => blocker.once('listening', resolve))
  const { port } = blocker.address() as AddressInfo
  const starting = startReference({ shared, [option]: port })
  await expect(starting).rejects.toThrow(PortInUseError)
  await expect(starting).rejects.toMatchObject({ code: 'PORT_IN_USE', port })
})

test('after stop nothing listens any more', async () => {
  const environment = await startReference({ shared })
  await environment.stop()
  await expect(fetch(environment.issuer)).rejects.toThrow()
})
