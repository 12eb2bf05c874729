import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { freePorts } from './free-ports.fixture.ts'
import { endProcesses, krr, type Started, startKrr } from './krr-process.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
afterEach(() => endProcesses())
afterAll(() => workspace.remove())

const settings = workspace.in({ KRR_SANDBOX_LOGIN: 'headless' })
const events = join(workspace.folder, 'events.ndjson')

const startSandbox = async (...args: string[]): Promise<Started> => {
  const sandbox = startKrr(['sandbox', ...args], settings)
  await sandbox.said(/Ctrl-C stops it/)
  return sandbox
}

const judgedSoFar = (): number =>
  existsSync(events) ? readFileSync(events, 'utf8').split('\n').length - 1 : 0

describe('a night in which the environment is slow, is killed and comes back', {
  timeout: 180_000,
}, () => {
  test('ends with what is true: inconclusive, no rule failed, and the next night is conformant', async () => {
    const port = String(await freePorts())
    const first = await startSandbox('--port', port, '--latency', '120')
    const run = startKrr(['test', '--env', 'sandbox', '--events', events], settings)
    // Something is judged by now, and much is still asked for.
    await expect.poll(judgedSoFar, { timeout: 60_000, interval: 20 }).toBeGreaterThan(2)
    const mayBeChanged = workspace.journal('sandbox') !== undefined
    first.child.kill('SIGKILL')
    await first.ended
    await startSandbox('--port', port)
    const { code, stdout, stderr } = await run.ended
    const { verdict, rules, trouble, register } = workspace.report('sandbox')
    const wrong = rules.filter((rule) => rule.verdict === 'failed' || rule.verdict === 'errored')
    expect(wrong.map(({ id, reason }) => `${id} ${reason}`)).toEqual([])
    expect(verdict).toBe('inconclusive')
    expect(rules.some((rule) => rule.verdict === 'passed')).toBe(true)
    expect(trouble.length).toBeGreaterThan(0)
    // Whose language may have been changed by then has not been seen to be put back.
    expect(code, stdout + stderr).toBe(mayBeChanged ? 5 : 3)
    expect(register.restored).toBe(mayBeChanged ? false : undefined)

    const next = await krr(['test', '--env', 'sandbox'], settings)
    expect(next.code, next.stdout + next.stderr).toBe(0)
    expect(workspace.report('sandbox')).toMatchObject({
      verdict: 'conformant',
      register: { found: 'nb', left: 'nb', restored: true },
    })
    expect(workspace.journal('sandbox')).toBeUndefined()
  })
})
