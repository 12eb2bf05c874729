import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { endProcesses, krr } from './krr-process.fixture.ts'
import { type OwnEnvironment, startOwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
let mine: OwnEnvironment
let other: OwnEnvironment
let gone: OwnEnvironment

beforeAll(async () => {
  const started = ['mine', 'other', 'gone'].map((name) => startOwnEnvironment({ workspace, name }))
  const [first, second, third] = await Promise.all(started)
  if (first === undefined || second === undefined || third === undefined) throw new Error('none')
  mine = first
  other = second
  gone = third
  await gone.reference.stop()
})
afterEach(() => endProcesses())
afterAll(async () => {
  await Promise.all([mine.reference.stop(), other.reference.stop()])
  workspace.remove()
})

/** A number of nobody synthetic: the run learns only when its environment has started that it is refused. */
const refusedAtStart = { KRR_REFERENCE_PID: '03071510033', KRR_REFERENCE_LOGIN: 'headless' }

describe('several environments in one call', { timeout: 120_000 }, () => {
  test('a dead one, one without settings and one that does not start leave the others their verdicts', async () => {
    const { code, stdout, stderr } = await krr(
      ['test', '--env', 'reference,mine,gone,unset,other'],
      workspace.in({
        ...mine.settings(),
        ...gone.settings(),
        ...other.settings({ CLIENT_SECRET: 'not-the-secret-of-this-client' }),
        ...refusedAtStart,
      }),
    )
    expect(code, stdout + stderr).toBe(2)
    expect(workspace.report('mine')).toMatchObject({
      verdict: 'conformant',
      register: { found: 'nb', left: 'nb', restored: true },
    })
    expect(workspace.report('gone').verdict).toBe('inconclusive')
    expect(workspace.report('other').verdict).toBe('inconclusive')
    const failed = [mine, gone, other].flatMap(({ name }) =>
      workspace.report(name).rules.filter(({ verdict }) => verdict === 'failed'),
    )
    expect(failed).toEqual([])
    expect(stderr).toMatch(/^reference: KRR_REFERENCE_PID must be a synthetic/m)
    expect(stderr).toMatch(/^unset: unknown environment "unset"/m)
    expect([...workspace.files().keys()].filter((path) => /reports\/(ref|uns)/.test(path))).toEqual(
      [],
    )
  })

  test('wait for nobody: a quick one is judged while a slow one is, and is through before it', async () => {
    const slow = await startOwnEnvironment({ workspace, name: 'slow', latencyMs: 200 })
    try {
      const { code, stdout, stderr } = await krr(
        ['test', '--env', 'slow,mine', '-t', 'KRR-(?:NEG|PATCH-0(?:0|14))'],
        workspace.in({ ...mine.settings(), ...slow.settings() }),
      )
      expect(code, stdout + stderr).toBe(0)
      const [quickly, slowly] = ['mine', 'slow'].map((name) => {
        const { exchanges } = workspace.report(`${name}/partial`)
        const begun = exchanges.map(({ startedAt }) => Date.parse(startedAt))
        const ended = exchanges.map(({ startedAt, elapsedMs }) => Date.parse(startedAt) + elapsedMs)
        return { begun, from: Math.min(...begun), to: Math.max(...ended) }
      })
      if (quickly === undefined || slowly === undefined) throw new Error('no report')
      expect(quickly.from).toBeLessThan(slowly.to)
      expect(quickly.to).toBeLessThan(slowly.to)
      const meanwhile = slowly.begun.filter((at) => at > quickly.from && at < quickly.to)
      expect(meanwhile.length).toBeGreaterThan(3)
    } finally {
      await slow.reference.stop()
    }
  })

  test('none that starts is exit code 2 with why, and no report', async () => {
    const { code, stdout, stderr } = await krr(
      ['test', '--env', 'reference'],
      workspace.in(refusedAtStart),
    )
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^reference: KRR_REFERENCE_PID must be a synthetic/m)
  })
})
