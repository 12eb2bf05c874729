import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Injections } from '../../reference/seams.ts'
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

const onMine = () => workspace.in({ KRR_ENV: 'mine', ...mine.settings() })
const reports = () => [...workspace.files().keys()].filter((path) => path.startsWith('reports/'))
const spoilt: Injections = {
  jwsCompact: (compact) => `${compact.slice(0, -8)}AAAAAAAA`,
  // Accepted, and never done.
  patchEffect: (record) => record && { ...record, spraak: 'nb' },
}

/** The names of what a rule finds on the spoilt server, by place. */
const findings = new Map<string, string>()
const nameAt = (rule: string) =>
  [...findings].find(([, name]) => name.startsWith(`${rule}.`))?.[1] ?? ''

describe('a finding of an earlier run', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    mine.seed(spoilt)
    const { code, stdout } = await krr(['test', '-t', 'KRR-(JWS-003|PATCH-003)'], onMine())
    expect(code, stdout).toBe(1)
    for (const rule of workspace.report('mine/partial').rules)
      for (const { where, name } of rule.observations)
        if (name !== undefined) findings.set(`${rule.id} ${where}`, name)
    expect(stdout).toContain(nameAt('KRR-JWS-003'))
  }, 120_000)

  test('has a name of its own at each place', () => {
    expect(findings.size).toBeGreaterThan(10)
    expect(new Set(findings.values()).size).toBe(findings.size)
  })

  test('is STILL DEVIATING where it is, with what was received then and now, for a few requests', async () => {
    const before = reports()
    mine.seed(spoilt)
    const name = nameAt('KRR-JWS-003')
    const { code, stdout, stderr } = await krr(['replay', `\`${name}\`,`, '--verbose'], onMine())
    expect([code, stderr.match(/broke/)], stdout + stderr).toEqual([1, null])
    expect(stdout).toContain(`STILL DEVIATING  ${name} on mine`)
    expect(stdout.match(/received/g)?.length).toBeGreaterThanOrEqual(2)
    expect(stdout.match(/GET person/g)).toHaveLength(1)
    expect(reports()).toEqual(before)
  })

  test('is FIXED where it was mended, as its rule’s id tells where that is enough', async () => {
    mine.seed({})
    const { code, stdout } = await krr(['replay', nameAt('KRR-JWS-003')], onMine())
    expect([code, stdout.split('  ')[0]], stdout).toEqual([0, 'FIXED'])
    const several = await krr(['replay', 'KRR-JWS-003'], onMine())
    expect(several.code).toBe(2)
    expect(several.stderr).toContain(nameAt('KRR-JWS-003'))
  })

  test('on writing is replayed by writing, says so, and leaves the language as it was', async () => {
    const name = nameAt('KRR-PATCH-003')
    mine.seed(spoilt)
    const still = await krr(['replay', name], onMine())
    expect(still.code, still.stdout + still.stderr).toBe(1)
    expect(still.stderr).toContain('replayed by writing')
    mine.seed({})
    const fixed = await krr(['replay', name], onMine())
    expect(fixed.code, fixed.stdout + fixed.stderr).toBe(0)
    expect(fixed.stdout).toContain('The language is as it was found: nb.')
    expect(mine.register.record?.spraak).toBe('nb')
    expect(workspace.journal('mine')).toBeUndefined()
  })

  test('that needs a write is CANNOT TELL with --no-write, and nothing is written', async () => {
    mine.unsafe.length = 0
    const { code, stdout } = await krr(
      ['replay', nameAt('KRR-PATCH-003'), '--no-write', '--out', join(workspace.folder, 'kept')],
      onMine(),
    )
    expect([code, stdout.split('  ')[0]], stdout).toEqual([3, 'CANNOT TELL'])
    expect(mine.unsafe).toEqual([])
    expect(workspace.report('../kept/mine/partial').verdict).toBe('partial')
  })
})

describe('what is no finding', { timeout: 120_000 }, () => {
  test('a name that no report here has is asked of --env, and without it is a usage error', async () => {
    mine.seed({})
    const elsewhere = {
      ...onMine(),
      env: { ...onMine().env, KRR_REPORT_DIR: join(workspace.folder, 'none') },
    }
    const name = nameAt('KRR-JWS-003')
    expect((await krr(['replay', name], elsewhere)).code).toBe(2)
    const { code, stdout } = await krr(['replay', name, '--env', 'mine'], elsewhere)
    expect(code, stdout).toBe(0)
    expect(stdout).toContain('no report here has it')
  })

  test('a place that no suite knows is CANNOT TELL, and no rule at all a usage error', async () => {
    const nowhere = await krr(['replay', 'KRR-JWS-003.bbbbb', '--env', 'mine'], onMine())
    expect([nowhere.code, nowhere.stdout.split('  ')[0]], nowhere.stderr).toEqual([
      3,
      'CANNOT TELL',
    ])
    for (const wrong of ['KRR-JWS-999.kwzmt', 'KRR-JWS-003.2', '; rm -rf /'])
      expect((await krr(['replay', wrong, '--env', 'mine'], onMine())).code).toBe(2)
  })
})
