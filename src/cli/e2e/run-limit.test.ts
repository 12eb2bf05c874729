import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createShared } from '../../reference/start.ts'
import { type FaultyEnvironment, startFaulty } from './faulty-environment.fixture.ts'
import { endProcesses, krr } from './krr-process.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
let slow: FaultyEnvironment

beforeAll(async () => {
  slow = await startFaulty({
    workspace,
    name: 'mine',
    shared: await createShared(),
    fault: {
      title: 'slow, and in time for each request',
      says: [],
      // Signed answers come late, the others at once.
      api: ({ request, pass }) => {
        const isSigned = request.headers.accept === 'application/jose'
        setTimeout(pass, isSigned ? 7_000 : 0)
      },
    },
  })
})
afterEach(() => endProcesses())
afterAll(async () => {
  await slow.stop()
  workspace.remove()
})

describe('the limit of the whole run', { timeout: 120_000 }, () => {
  test('ends it with what could be judged: each place that nothing came of is inconclusive, by name', async () => {
    const end = await krr(
      ['test', '-t', 'KRR-SCOPE-001'],
      workspace.in({ KRR_ENV: 'mine', KRR_RUN_SECONDS: '4', ...slow.settings() }),
    )
    expect(end.code, end.stdout + end.stderr).toBe(3)
    expect(end.stderr).toContain('The run was interrupted: its 4 s were over (KRR_RUN_SECONDS)')
    const { run, rules, trouble } = workspace.report('mine/partial')
    expect(run).toMatchObject({ selection: 'partial', interrupted: true })
    expect(trouble[0]).toContain('KRR_RUN_SECONDS')
    const rule = rules.find(({ id }) => id === 'KRR-SCOPE-001')
    expect(rule?.verdict).toBe('inconclusive')
    const places = rule?.observations.map(({ where }) => where) ?? []
    expect(places).toContain('kontaktinformasjon+digitalpost, application/jose')
    expect(places.some((where) => where.includes('RESERVED'))).toBe(true)
    for (const { where, verdict, reason } of rule?.observations ?? []) {
      if (where.endsWith('application/jose'))
        expect([verdict, reason], where).toEqual([
          'inconclusive',
          expect.stringMatching(/KRR_RUN_SECONDS|interrupted/),
        ])
    }
  })

  test('is a whole number of seconds, else nothing is asked', async () => {
    const end = await krr(['test'], workspace.in({ KRR_RUN_SECONDS: 'soon' }))
    expect([end.code, end.stderr]).toEqual([2, expect.stringContaining('KRR_RUN_SECONDS')])
  })
})
