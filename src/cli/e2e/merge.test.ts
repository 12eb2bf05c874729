import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { endProcesses, krr } from './krr-process.fixture.ts'
import { type OwnEnvironment, startOwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
let mine: OwnEnvironment

beforeAll(async () => {
  mine = await startOwnEnvironment({ workspace })
})
afterEach(endProcesses)
afterAll(async () => {
  await mine.reference.stop()
  workspace.remove()
})

const on = (machine: string) =>
  workspace.in({ KRR_ENV: 'mine', KRR_REPORT_DIR: machine, ...mine.settings() })
const merge = (...machines: readonly string[]) =>
  krr(['report', 'merge', ...machines, '--out', 'together'], workspace.in({}))

describe('parts of a run that several machines judged', { timeout: 120_000 }, () => {
  test('make one full report with its verdict, sealed anew', async () => {
    // One after the other: two runs on one person see each other's language.
    for (const [machine, rules] of [
      ['machine-1', 'KRR-(?!JWS)'],
      ['machine-2', 'KRR-JWS'],
    ] as const) {
      const part = await krr(['test', '-t', rules], on(machine))
      expect(part.code, part.stdout + part.stderr).toBe(0)
    }
    expect((await merge('machine-1')).code).toBe(2)
    const both = await merge('machine-1', 'machine-2')
    expect([both.code, both.stdout], both.stderr).toEqual([0, expect.stringContaining('conforms')])
    const files = workspace.files()
    const merged = JSON.parse(String(files.get('together/mine/report.json')))
    expect([merged.verdict, merged.run.selection]).toEqual(['conformant', 'full'])
    expect(files.has('together/index.html')).toBe(true)
    const verified = await krr(['report', 'verify', 'together/mine'], workspace.in({}))
    expect([verified.code, verified.stdout], verified.stderr).toEqual([
      0,
      expect.stringContaining('intact'),
    ])
  })

  test('are refused where a byte of one was changed', async () => {
    const path = 'machine-2/mine/partial/report.json'
    const text = String(workspace.files().get(path))
    workspace.write(path, text.replace('"passed"', '"failed"'))
    const { code, stderr } = await merge('machine-1', 'machine-2')
    expect(code).not.toBe(0)
    expect(stderr).toMatch(/sealed|changed/)
  })
})
