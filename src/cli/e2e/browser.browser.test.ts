import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../../browser/open-browser.ts'
import { openConnectProxy } from '../../reference/connect-proxy.fixture.ts'
import { createShared, type ReferenceShared } from '../../reference/start.ts'
import { personalValues, secretsOnTheWire } from '../canaries/canaries.ts'
import { canarySearch } from '../canaries/canary-search.ts'
import { wiretap } from '../canaries/wiretap.ts'
import { freePorts } from './free-ports.fixture.ts'
import { watchLoad } from './in-flight.fixture.ts'
import { type Ended, endProcesses, krr, startKrr, type Variables } from './krr-process.fixture.ts'
import { type OwnEnvironment, startOwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
const wire = wiretap()
const environments: OwnEnvironment[] = []
let shared: ReferenceShared

beforeAll(async () => {
  shared = await createShared()
})
afterEach(() => endProcesses())
afterAll(async () => {
  wire.stop()
  await Promise.all(environments.map(({ reference }) => reference.stop()))
  workspace.remove()
})

const start = async (name: string, asks = {}, latencyMs = 0): Promise<OwnEnvironment> => {
  const environment = await startOwnEnvironment({ workspace, name, shared, asks, latencyMs })
  environments.push(environment)
  return environment
}

const judge = (
  environment: OwnEnvironment,
  further: Variables,
  ...args: string[]
): Promise<Ended> =>
  krr(['test', '--env', environment.name, ...args], workspace.in(environment.settings(further)))

/** What people saw and typed, and what their browser kept, in anything that the runs left. */
const sightings = (said: Ended): readonly string[] => {
  const search = canarySearch(
    new Map([
      ...secretsOnTheWire(wire.overheard),
      ...environments.flatMap(({ reference }) => [...personalValues(reference)]),
      [minid.MINID_PASSWORD, 'password'] as const,
    ]),
  )
  const files = [...workspace.files()].filter(([path]) => /^(reports|state)\//.test(path))
  const texts = [...files.map(([, content]) => content.toString('utf8')), said.stdout, said.stderr]
  expect(texts.filter((text) => /(?<![\w.-])12345(?![\w-])/.test(text))).toEqual([])
  return texts.flatMap(search)
}

const minid = { LOGIN: 'minid', MINID_PASSWORD: 'password01', MINID_OTC: '12345' }

describe('an environment of one’s own, in a browser', { timeout: 180_000 }, () => {
  test('conforms with TestID, and each person fills in one form', async () => {
    const environment = await start('by-testid')
    const end = await judge(environment, { LOGIN: 'testid' })
    expect(end.code, end.stdout + end.stderr).toBe(0)
    const { verdict, run } = workspace.report('by-testid')
    expect([verdict, run.logins]).toEqual(['conformant', 8])
    expect(sightings(end)).toEqual([])
  })

  test('is logged into with MinID', async () => {
    const end = await judge(await start('by-minid'), minid, '-t', 'KRR-OP')
    expect(end.code, end.stdout + end.stderr).toBe(0)
    expect(sightings(end)).toEqual([])
  })

  test('that asks for contact information and consent gets what it asks for', async () => {
    const environment = await start('asking', { contactInformation: true, consent: true })
    const end = await judge(environment, { LOGIN: 'testid' }, '-t', 'KRR-(OP|SCOPE-009)')
    expect(end.code, end.stdout + end.stderr).toBe(0)
    expect(end.stderr).toContain('contact information was confirmed, which writes to the register')
    expect(sightings(end)).toEqual([])
  })
})

test('the sandbox shows its two operations in Swagger UI', { timeout: 60_000 }, async () => {
  const port = await freePorts()
  const sandbox = startKrr(['sandbox', '--port', String(port)], workspace.in({}))
  const [, address = ''] = await sandbox.said(/OpenAPI +(\S+)[\s\S]*Ctrl-C/)
  const browser = await openBrowser({
    settings: {
      browserPath: process.env['KRR_BROWSER_PATH'],
      browserWs: undefined,
      httpsProxy: undefined,
      noProxy: undefined,
    },
    redirectUri: 'http://localhost:3000/callback',
  })
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true })
    const page = await context.newPage()
    await page.goto(address)
    await page.locator('.opblock-get').waitFor()
    const operations = await page.locator('.opblock-summary').allInnerTexts()
    expect(operations.map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
      expect.stringMatching(/^GET \/rest\/v1\/person/),
      expect.stringMatching(/^PATCH \/rest\/v1\/person/),
    ])
  } finally {
    await browser.close()
  }
})

test('asks each server six things at a time and no more, and counts what it sends without a page too', {
  timeout: 120_000,
}, async () => {
  const slow = await start('slow', {}, 30)
  const load = watchLoad()
  try {
    const { code, stdout, stderr } = await judge(slow, { LOGIN: 'testid' }, '--no-write')
    expect(code, stdout + stderr).toBe(0)
    const { ports } = slow.reference
    const [api, op] = [load.of(ports.api), load.of(ports.op)]
    for (const { most } of [api, op]) {
      expect(most).toBeGreaterThan(2)
      expect(most).toBeLessThanOrEqual(6)
    }
    const { requests, requestBudget } = workspace.report('slow').run
    expect(requestBudget?.sent).toBeGreaterThanOrEqual(api.requests + op.requests)
    expect(api.requests + op.requests).toBeGreaterThan(requests)
  } finally {
    load.stop()
  }
})

test('is logged into over TLS by a root of its own, behind a proxy', {
  timeout: 180_000,
}, async () => {
  const hosts = { api: 'krr.example', op: 'login.example' }
  const apart = await startOwnEnvironment({ workspace, name: 'apart', shared, hosts })
  environments.push(apart)
  const { ports } = apart.reference
  const proxy = await openConnectProxy({ [hosts.api]: ports.api, [hosts.op]: ports.op })
  try {
    const { code, stdout, stderr } = await krr(
      ['test', '--env', 'apart', '-t', 'KRR-(?:OP|SCOPE-0|BODY-008)'],
      workspace.in({ ...apart.settings({ LOGIN: 'testid' }), HTTPS_PROXY: proxy.url }),
    )
    expect(code, stdout + stderr).toBe(0)
    const { target, run } = workspace.report('apart/partial')
    expect([target.issuer, run.logins]).toEqual(['https://login.example', 8])
    expect(new Set(proxy.asked)).toEqual(new Set(['login.example:443', 'krr.example:443']))
  } finally {
    await proxy.close()
  }
})
