import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createShared } from '../../reference/start.ts'
import { type Fault, faults } from './faults.fixture.ts'
import { type FaultyEnvironment, startFaulty } from './faulty-environment.fixture.ts'
import { type Ended, endProcesses, krr } from './krr-process.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
const environments: FaultyEnvironment[] = []
const names = Object.keys(faults) as readonly (keyof typeof faults)[]
const hangs: ReadonlySet<string> = new Set(['api-hangs', 'op-hangs', 'api-drips'])
let end: Ended

/** All at once: most of them wait, and one process does for all. */
beforeAll(async () => {
  const shared = await createShared()
  for (const name of names) {
    environments.push(await startFaulty({ workspace, name, shared, fault: faults[name] }))
  }
  const settings = Object.assign({}, ...environments.map((own) => own.settings()))
  end = await krr(['test'], workspace.in({ KRR_ENV: names.join(','), ...settings }))
}, 240_000)
afterAll(async () => {
  await endProcesses()
  await Promise.all(environments.map(({ stop }) => stop()))
  workspace.remove()
})

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

  test('has exit code 3 and a line for each on the console', () => {
    expect(end.code, end.stderr).toBe(3)
    const said = end.stdout.replace(/\s+/g, ' ')
    for (const name of names) {
      const [line = ''] = workspace.report(name).trouble
      expect(said).toContain(line)
    }
  })
})
