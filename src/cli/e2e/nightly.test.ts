import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { freePorts } from './free-ports.fixture.ts'
import { endProcesses, krr, type Started, startKrr } from './krr-process.fixture.ts'
import { openWorkspace, type Workspace } from './workspace.fixture.ts'

const workspaces: Workspace[] = []
afterEach(() => endProcesses())
afterAll(() => {
  for (const workspace of workspaces) workspace.remove()
})

/** A sandbox of its own at one port, and nights that judge it. */
const prepare = async () => {
  const workspace = openWorkspace()
  workspaces.push(workspace)
  const settings = workspace.in({ KRR_SANDBOX_LOGIN: 'headless' })
  const port = String(await freePorts())
  const [events, data] = ['events.ndjson', 'languages.json'].map((name) =>
    join(workspace.folder, name),
  ) as [string, string]
  const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '')
  return {
    workspace,
    startSandbox: async (...args: string[]): Promise<Started> => {
      const sandbox = startKrr(['sandbox', '--port', port, '--data', data, ...args], settings)
      await sandbox.said(/Ctrl-C stops it/)
      return sandbox
    },
    startNight: () => startKrr(['test', '--env', 'sandbox', '--events', events], settings),
    night: () => krr(['test', '--env', 'sandbox'], settings),
    judged: () => read(events).split('\n').length - 1,
    isChanged: () => /"spraak": "(?!nb)/.test(read(data)),
  }
}
type Prepared = Awaited<ReturnType<typeof prepare>>

const until = (happens: () => boolean) =>
  expect.poll(happens, { timeout: 60_000, interval: 10 }).toBe(true)

const wrongIn = (workspace: Workspace): readonly string[] =>
  workspace
    .report('sandbox')
    .rules.filter(({ verdict }) => verdict === 'failed' || verdict === 'errored')
    .map(({ id, reason }) => `${id} ${reason}`)

const expectGoodNight = async ({ night, workspace, isChanged }: Prepared): Promise<void> => {
  const { code, stdout, stderr } = await night()
  expect(code, stdout + stderr).toBe(0)
  expect(workspace.report('sandbox')).toMatchObject({
    verdict: 'conformant',
    register: { found: 'nb', left: 'nb', restored: true },
  })
  expect([workspace.journal('sandbox'), isChanged()]).toEqual([undefined, false])
}

describe('a night in which the environment', { timeout: 180_000 }, () => {
  test('is slow, is killed and comes back, is inconclusive with no rule failed, and the next one is conformant', async () => {
    const prepared = await prepare()
    const { workspace, startSandbox, startNight, judged } = prepared
    const first = await startSandbox('--latency', '120')
    const run = startNight()
    // Something is judged by now, and much is still asked for.
    await until(() => judged() > 2)
    first.child.kill('SIGKILL')
    await first.ended
    await startSandbox()
    const { code, stdout, stderr } = await run.ended
    const { verdict, rules, trouble, register } = workspace.report('sandbox')
    expect(wrongIn(workspace)).toEqual([])
    expect(verdict).toBe('inconclusive')
    expect(rules.some((rule) => rule.verdict === 'passed')).toBe(true)
    expect(trouble.length).toBeGreaterThan(0)
    // Whose language may have been changed by then has not been seen to be put back.
    const mayBeChanged = workspace.journal('sandbox') !== undefined
    expect(code, stdout + stderr).toBe(mayBeChanged ? 5 : 3)
    expect(register.restored).toBe(mayBeChanged ? false : undefined)
    await expectGoodNight(prepared)
  })

  test('is killed with a changed language says so with exit code 5, and the next one puts it back', async () => {
    const prepared = await prepare()
    const { workspace, startSandbox, startNight, isChanged } = prepared
    const first = await startSandbox('--latency', '60')
    const run = startNight()
    await until(isChanged)
    first.child.kill('SIGKILL')
    await first.ended
    await startSandbox()
    const { code, stdout, stderr } = await run.ended
    expect([code, isChanged()], stdout + stderr).toEqual([5, true])
    expect(wrongIn(workspace)).toEqual([])
    expect(workspace.report('sandbox')).toMatchObject({
      verdict: 'inconclusive',
      register: { found: 'nb', restored: false },
    })
    await expectGoodNight(prepared)
  })

  test('stands still again and again is conformant, however slow', async () => {
    const prepared = await prepare()
    const { workspace, startSandbox, startNight, judged } = prepared
    const sandbox = await startSandbox('--latency', '20')
    const run = startNight()
    let pauses = 0
    const pulse = setInterval(() => {
      pauses += sandbox.child.kill(pauses % 2 === 0 ? 'SIGSTOP' : 'SIGCONT') ? 1 : 0
    }, 250)
    const { code, stdout, stderr } = await run.ended.finally(() => clearInterval(pulse))
    sandbox.child.kill('SIGCONT')
    expect(code, stdout + stderr).toBe(0)
    expect(pauses).toBeGreaterThan(4)
    expect(judged()).toBeGreaterThan(0)
    expect(workspace.report('sandbox')).toMatchObject({
      verdict: 'conformant',
      register: { found: 'nb', left: 'nb', restored: true },
    })
  })
})
