import { afterAll, afterEach, describe, expect, test } from 'vitest'
import type { Handling } from '../../reference/front.fixture.ts'
import { createShared } from '../../reference/start.ts'
import { type FaultyEnvironment, startFaulty } from './faulty-environment.fixture.ts'
import { endProcesses, krr } from './krr-process.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
const environments: FaultyEnvironment[] = []
const shared = createShared()
afterEach(() => endProcesses())
afterAll(async () => {
  await Promise.all(environments.map(({ stop }) => stop()))
  workspace.remove()
})

/** An environment whose requests go through these on their way. */
const start = async (name: string, api: Handling, op: Handling): Promise<FaultyEnvironment> => {
  const fault = { title: name, api, op, says: [] }
  const started = await startFaulty({ workspace, name, shared: await shared, fault })
  environments.push(started)
  return started
}

describe('a run', { timeout: 120_000 }, () => {
  test('sends no more in a second than MAX_REQUESTS_PER_SECOND says, and says who it is', async () => {
    const perSecond = 12
    const arrivals: number[] = []
    const agents = new Set<string | undefined>()
    const count: Handling = ({ request, pass }) => {
      arrivals.push(performance.now())
      agents.add(request.headers['user-agent'])
      pass()
    }
    const { settings } = await start('paced', count, count)
    const limit = { MAX_REQUESTS_PER_SECOND: String(perSecond) }
    const run = { KRR_ENV: 'paced', KRR_CONTACT: 'team@service.example', ...settings(limit) }
    const { code, stdout } = await krr(['test', '-t', 'KRR-NEG'], workspace.in(run))
    expect(code, stdout).toBe(0)
    expect(arrivals.length).toBeGreaterThan(perSecond * 2)
    // By the turns of the run: what was sent one by one may arrive together on a busy machine.
    const begun = workspace
      .report('paced/partial')
      .exchanges.map(({ startedAt }) => Date.parse(startedAt))
    begun.sort((one, other) => one - other)
    const together = begun.map(
      (from, at) => begun.slice(at).filter((to) => to - from < 1_000).length,
    )
    expect(Math.max(...together)).toBeLessThanOrEqual(perSecond)
    const [first = 0, last = 0] = [arrivals.at(0), arrivals.at(-1)]
    expect(last - first).toBeGreaterThan((arrivals.length / perSecond - 2) * 1_000)
    expect([...agents]).toEqual([
      expect.stringMatching(/^krr-conformance\/\S+ \(\+team@service\.example\)$/),
    ])
  })

  test('ends where it has sent all that it may send, says so, and puts the language back nevertheless', async () => {
    let arrived = 0
    const asked = new Map<string, number>()
    /** The API answers at the third attempt alone; of two that are asked at once, at the second. */
    const atLast: Handling = ({ request, response, pass }) => {
      arrived += 1
      const { method, url, headers } = request
      const sent = [headers.authorization, headers['content-type'], headers['content-length']]
      const key = [method, url, headers.accept, ...sent].join(' ')
      const turn = (asked.get(key) ?? 0) + 1
      asked.set(key, turn)
      if (turn % 4 === 3 || turn % 4 === 0) return pass()
      request.resume()
      response.writeHead(503, { 'Retry-After': '0' }).end()
    }
    const { own, settings } = await start('asks-again', atLast, ({ pass }) => {
      arrived += 1
      pass()
    })
    const run = workspace.in({ KRR_ENV: 'asks-again', ...settings() })
    const { code, stdout } = await krr(['test'], run)
    const { verdict, rules, trouble, register } = workspace.report('asks-again')
    expect([code, verdict], stdout).toEqual([3, 'inconclusive'])
    const wrong = rules.filter((rule) => rule.verdict === 'failed' || rule.verdict === 'errored')
    expect(wrong.map(({ id, reason }) => `${id} ${reason}`)).toEqual([])
    const lines = trouble.filter((line) => line.includes('request budget'))
    expect(lines).toEqual([
      expect.stringMatching(
        /^The run has sent the 500 requests that it may send \(the request budget\)\. Likely cause: /,
      ),
    ])
    // What puts the language back, and revokes tokens, comes on top.
    expect(arrived).toBeGreaterThanOrEqual(500)
    expect(arrived).toBeLessThan(530)
    expect([register.restored, own.register.record?.spraak]).toEqual([true, 'nb'])
  })
})
