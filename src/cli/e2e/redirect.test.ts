import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { endProcesses, krr } from './krr-process.fixture.ts'
import { type OwnEnvironment, startOwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
const arrivals: string[] = []
const elsewhere = createServer((request, response) => {
  arrivals.push(`${request.method} ${request.headers.authorization}`)
  response.end('{}')
})
let mine: OwnEnvironment

beforeAll(async () => {
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  mine = await startOwnEnvironment({ workspace })
})
afterEach(() => endProcesses())
afterAll(async () => {
  await mine.reference.stop()
  await new Promise((resolve) => elsewhere.close(resolve))
  workspace.remove()
})

test('a redirect to another host is reported and not followed, with a token or without', {
  timeout: 120_000,
}, async () => {
  const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/rest/v1/person`
  mine.seed({
    response: (response, { request }) =>
      request.path.endsWith('/person')
        ? { ...response, status: 307, fields: [['Location', location]] }
        : response,
  })
  const { code, stdout, stderr } = await krr(
    ['test', '--env', 'mine', '--no-write'],
    workspace.in(mine.settings()),
  )
  expect([code, arrivals], stdout + stderr).toEqual([1, []])
  const { rules, exchanges } = workspace.report('mine')
  const redirected = exchanges.filter(({ response }) => response.status === 307)
  expect(redirected.length).toBeGreaterThan(10)
  expect(
    new Set(redirected.flatMap(({ response }) => response.fields.map(([name]) => name))),
  ).toContain('Location')
  expect(rules.find(({ id }) => id === 'KRR-SCOPE-001')?.verdict).not.toBe('passed')
})

test('an address in the header of a JWS is never asked for a key', {
  timeout: 120_000,
}, async () => {
  arrivals.length = 0
  const origin = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
  const addresses = {
    jku: `${origin}/keys`,
    x5u: `${origin}/chain.pem`,
    jwks_uri: `${origin}/jwks`,
  }
  mine.seed({
    jws: (own) => ({ ...own, header: { ...own.header, ...addresses } }),
    idTokenHeader: (header) => ({ ...header, ...addresses }),
  })
  const { code, stdout, stderr } = await krr(
    ['test', '--env', 'mine', '--no-write'],
    workspace.in(mine.settings()),
  )
  expect([1, 3, 0], stdout + stderr).toContain(code)
  const { exchanges } = workspace.report('mine')
  expect(exchanges.filter(({ response }) => response.jws !== undefined).length).toBeGreaterThan(3)
  expect(arrivals).toEqual([])
})
