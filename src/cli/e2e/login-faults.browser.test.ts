import { execFileSync } from 'node:child_process'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Handling } from '../../reference/front.fixture.ts'
import { createShared, type ReferenceShared } from '../../reference/start.ts'
import { type FaultyEnvironment, startFaulty } from './faulty-environment.fixture.ts'
import { endProcesses, krr, type Started, startKrr } from './krr-process.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
const environments: FaultyEnvironment[] = []
let shared: ReferenceShared

beforeAll(async () => {
  shared = await createShared()
})
afterEach(() => endProcesses())
afterAll(async () => {
  await Promise.all(environments.map(({ stop }) => stop()))
  workspace.remove()
})

const page =
  (heading: string, content: string): Handling =>
  ({ request, response }) => {
    request.resume()
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    response.end(`<!doctype html><title>${heading}</title><h1>${heading}</h1>${content}`)
  }

const at =
  (method: string, path: RegExp, handle: Handling): Handling =>
  (way) =>
    way.request.method === method && path.test(way.request.url ?? '') ? handle(way) : way.pass()

/** What happens to the login of a person, by the name of the environment; what its line says. */
const faults: Readonly<
  Record<string, { readonly op: Handling; readonly says: readonly RegExp[] }>
> = {
  'page-changed': {
    op: at(
      'GET',
      /^\/authorize\?/,
      page('Ny innlogging for Kari', '<p>Velg <a href="/passkey">passkey</a></p>'),
    ),
    says: [
      /^Login of MAIN stopped at the step "authorization request": the next page is not known \(page "Ny innlogging for ••••"/,
      /Likely cause: the login page has changed/,
    ],
  },
  'page-slow': {
    op: at('GET', /^\/authorize\/testid1/, ({ request, pass }) => {
      const late = setTimeout(pass, 30_000)
      request.socket.once('close', () => clearTimeout(late))
    }),
    says: [
      /^Login of MAIN stopped at the step "selector": .* did not answer within 3 s \(KRR_PAGE_SLOW_STEP_SECONDS\)/,
      /raise KRR_PAGE_SLOW_STEP_SECONDS/,
    ],
  },
  'user-locked': {
    op: at(
      'POST',
      /^\/authorize\/testid1/,
      page(
        'Brukeren er sperret',
        '<form method="post"><div role="alert">Brukeren er sperret</div><label>Personidentifikator <input name="pid"></label><button id="submit">Autentiser</button></form>',
      ),
    ),
    says: [
      /^Login of MAIN stopped at the step "testid": the page asks again/,
      /the test user is locked/,
    ],
  },
}

const start = async (name: string, op: Handling): Promise<FaultyEnvironment> => {
  const started = await startFaulty({
    workspace,
    name,
    shared,
    fault: { title: name, op, says: [] },
  })
  environments.push(started)
  return started
}

const expectTrouble = (
  name: string,
  says: readonly RegExp[],
  verdict: 'inconclusive' | 'partial',
): void => {
  const folder = verdict === 'partial' ? `${name}/partial` : name
  const { rules, trouble, register, verdict: reached } = workspace.report(folder)
  expect(reached).toBe(verdict)
  expect(rules.filter(({ verdict }) => verdict === 'failed' || verdict === 'errored')).toEqual([])
  expect(rules.find(({ id }) => id === 'KRR-OP-008')?.verdict).toBe('inconclusive')
  // Who logs in without pages tells the same fault in words of their own.
  const told = trouble.filter((line) => !/^Login of (?!MAIN)[A-Z_]+: /.test(line))
  expect(told).toHaveLength(1)
  for (const words of says) expect(told[0], told[0] ?? '').toMatch(words)
  expect(register).toEqual({})
}

describe('a login that does not go as it should is trouble', { timeout: 180_000 }, () => {
  test('of the login’s pages: changed, slow, or that of a locked user', async () => {
    const names = Object.keys(faults)
    const settings = await Promise.all(
      Object.entries(faults).map(async ([name, { op }]) =>
        (await start(name, op)).settings({
          LOGIN: 'testid',
          ...(name === 'page-slow' ? { STEP_SECONDS: '3' } : {}),
        }),
      ),
    )
    const run = workspace.in(Object.assign({ KRR_ENV: names.join(',') }, ...settings))
    const { code, stdout, stderr } = await krr(['test'], run)
    expect(code, stdout + stderr).toBe(3)
    for (const [name, { says }] of Object.entries(faults)) expectTrouble(name, says, 'inconclusive')
  })

  test('of the browser, which is killed while the number is entered', async () => {
    let run: Started | undefined
    let killed = 0
    const { settings } = await start(
      'browser-killed',
      at('GET', /^\/authorize\/testid1/, ({ pass }) => {
        if (killed === 0) killed = killBrowserOf(run)
        pass()
      }),
    )
    run = startKrr(
      ['test', '-t', 'KRR-OP-008'],
      workspace.in({ KRR_ENV: 'browser-killed', ...settings({ LOGIN: 'testid' }) }),
    )
    const { code, stdout, stderr } = await run.ended
    expect([code, killed > 0], stdout + stderr).toEqual([3, true])
    expectTrouble(
      'browser-killed',
      [/^Login of MAIN stopped at the step "/, /browser crashed/],
      'partial',
    )
  })
})

/** Kills all that the process has started: the browser and whatever it was started by. */
const killBrowserOf = (run: Started | undefined): number => {
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const processes = listed.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  const startedBy = (pid: number | undefined): readonly number[] =>
    processes.flatMap(([own = 0, parent]) => (parent === pid ? [own, ...startedBy(own)] : []))
  const started = startedBy(run?.child.pid)
  for (const pid of started) process.kill(pid, 'SIGKILL')
  return started.length
}
