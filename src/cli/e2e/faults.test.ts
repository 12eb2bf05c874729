import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listen, stopListening } from '../../reference/api/message.ts'
import { createShared } from '../../reference/start.ts'
import { personalValues, secretsOnTheWire } from '../canaries/canaries.ts'
import { canarySearch } from '../canaries/canary-search.ts'
import { wiretap } from '../canaries/wiretap.ts'
import { byAnotherClock, type Fault, faults } from './faults.fixture.ts'
import { type FaultyEnvironment, startFaulty } from './faulty-environment.fixture.ts'
import { type Ended, endProcesses, krr } from './krr-process.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
const environments: FaultyEnvironment[] = []
const names = Object.keys(faults) as readonly (keyof typeof faults)[]
const hangs: ReadonlySet<string> = new Set(['api-hangs', 'op-hangs', 'api-drips'])
let end: Ended
let proxyPassword = 'proxy-password'
const wire = wiretap()

/** All at once: most of them wait, and one process does for all. */
beforeAll(async () => {
  const shared = await createShared()
  for (const name of names) {
    environments.push(await startFaulty({ workspace, name, shared, fault: faults[name] }))
  }
  const settings = Object.assign({}, ...environments.map((own) => own.settings()))
  end = await krr(['test'], workspace.in({ KRR_ENV: names.join(','), ...settings }))
}, 600_000)
afterAll(async () => {
  wire.stop()
  await endProcesses()
  await Promise.all(environments.map(({ stop }) => stop()))
  workspace.remove()
})

/** Not on this machine, which no proxy stands before. */
const beyondTheProxy = {
  API_URL: 'https://krr.example/rest/v1/person',
  SPEC_URL: 'https://krr.example/v3/api-docs',
  ISSUER: 'https://login.example',
}

describe('trouble is not deviation', () => {
  test.each(names.map((name) => [faults[name].title, name] as const))('%s', (_, name) => {
    const fault: Fault = faults[name]
    const { verdict, rules, trouble } = workspace.report(name)
    const failed = rules.filter((rule) => rule.verdict === 'failed' || rule.verdict === 'errored')
    expect(failed.map(({ id, reason }) => `${id} ${reason}`)).toEqual([])
    expect(verdict).toBe('inconclusive')
    const line = trouble.find((own) => fault.says[0]?.test(own)) ?? trouble.join('\n')
    for (const words of fault.says) expect(line).toMatch(words)
    expect(line).toMatch(/Inconclusive for it: (rule KRR|\d+ rules in)/)
    expect(trouble).toHaveLength(fault.lines ?? 1)
  })

  test('a run against servers that hang ends within 30 seconds', async () => {
    const hanging = environments.filter((_, index) => hangs.has(names[index] ?? ''))
    expect(hanging).toHaveLength(hangs.size)
    const settings = Object.assign({}, ...hanging.map((own) => own.settings()))
    const startedAt = Date.now()
    const run = { KRR_ENV: [...hangs].join(','), KRR_REPORT_DIR: 'hanging', ...settings }
    const { code } = await krr(['test'], workspace.in(run))
    expect(code).toBe(3)
    expect(Date.now() - startedAt).toBeLessThan(30_000)
  }, 60_000)

  test('is no clock that is 20 seconds off', async () => {
    const off = await startFaulty({
      workspace,
      name: 'clock-20-seconds-off',
      shared: await createShared(),
      fault: { title: '', api: byAnotherClock(-20), op: byAnotherClock(-20), says: [] },
    })
    environments.push(off)
    const run = workspace.in({ KRR_ENV: 'clock-20-seconds-off', ...off.settings() })
    const { code, stdout } = await krr(['test'], run)
    expect(code, stdout).toBe(0)
    expect(workspace.report('clock-20-seconds-off').trouble).toEqual([])
  }, 60_000)

  test('is a proxy that asks for credentials, and its line says where they belong', async () => {
    const proxy = createServer((_, response) => response.writeHead(407).end())
    proxy.on('connect', (_, socket) =>
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'),
    )
    const port = await listen(proxy, 0)
    const { settings } = await startFaulty({
      workspace,
      name: 'behind-a-proxy',
      shared: await createShared(),
      fault: { title: '', isGone: true, says: [] },
    })
    const run = workspace.in({
      KRR_ENV: 'behind-a-proxy',
      HTTPS_PROXY: `http://someone:proxy-password-${port}@127.0.0.1:${port}`,
      ...settings(beyondTheProxy),
    })
    const { code, stdout, stderr } = await krr(['test'], run)
    proxyPassword = `proxy-password-${port}`
    await stopListening(proxy)
    expect(code, stderr).toBe(3)
    expect(stdout + stderr).not.toContain(proxyPassword)
    const { verdict, rules, trouble } = workspace.report('behind-a-proxy')
    expect(verdict).toBe('inconclusive')
    expect(rules.filter((rule) => rule.verdict === 'failed' || rule.verdict === 'errored')).toEqual(
      [],
    )
    for (const line of trouble)
      expect(line).toMatch(
        /status 407 from the proxy\. Likely cause: .*they belong into HTTPS_PROXY/,
      )
  }, 60_000)

  test('is a proxy that takes the connection and never answers: it is named, and the run ends', async () => {
    const asked: string[] = []
    const proxy = createServer()
    proxy.on('connect', ({ url = '' }) => asked.push(url))
    const port = await listen(proxy, 0)
    const { settings } = await startFaulty({
      workspace,
      name: 'behind-a-silent-proxy',
      shared: await createShared(),
      fault: { title: '', isGone: true, says: [] },
    })
    const run = workspace.in({
      KRR_ENV: 'behind-a-silent-proxy',
      HTTPS_PROXY: `http://127.0.0.1:${port}`,
      ...settings(beyondTheProxy),
    })
    const { code, stdout, stderr } = await krr(['test'], run)
    await stopListening(proxy)
    expect(code, stdout + stderr).toBe(3)
    const { trouble } = workspace.report('behind-a-silent-proxy')
    expect(trouble).not.toEqual([])
    for (const line of trouble)
      expect(line).toMatch(/the proxy took the connection and did not answer.*HTTPS_PROXY hangs/)
    // The breaker gives up: nobody waits for each request in turn.
    expect(asked.length).toBeLessThan(40)
  }, 90_000)

  test('is no proxy for this machine: what a run starts itself is reached without it', async () => {
    const run = workspace.in({ HTTPS_PROXY: 'http://127.0.0.1:9' })
    const { code, stdout, stderr } = await krr(['test', '-t', 'KRR-(JWS-003|OP-001)'], run)
    expect(code, stdout + stderr).toBe(0)
  }, 60_000)

  test('leaves no secret and no person behind, whatever went wrong', () => {
    const search = canarySearch(
      new Map([
        ...secretsOnTheWire(wire.overheard),
        ...environments.flatMap(({ own }) => [...personalValues(own.reference)]),
        ...environments.map(({ own }) => [own.reference.client.secret, 'client secret'] as const),
        [proxyPassword, 'proxy password'] as const,
      ]),
    )
    const written = [...workspace.files()].filter(([path]) =>
      /^(reports|state|hanging)\//.test(path),
    )
    expect(written.length).toBeGreaterThan(names.length * 9)
    const texts = new Set([
      end.stdout,
      end.stderr,
      ...written.map(([, content]) => content.toString('utf8')),
    ])
    const seen = [...texts].flatMap((text) => search(text))
    expect(seen).toEqual([])
  }, 240_000)

  test('has exit code 3 and a line for each on the console', () => {
    expect(end.code, end.stderr).toBe(3)
    const said = end.stdout.replace(/\s+/g, ' ')
    for (const name of names) {
      const [line = ''] = workspace.report(name).trouble
      expect(said).toContain(line)
    }
  })
})
