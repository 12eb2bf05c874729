import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '../../contract/project-folder.ts'
import type { ConformanceReport } from '../../report/model.ts'
import { krr, startPlainVitest } from './krr-process.fixture.ts'
import {
  eachOnOwnEnvironment,
  type OwnEnvironment,
  startOwnEnvironment,
} from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
let mine: OwnEnvironment

eachOnOwnEnvironment({ workspace }, (started) => {
  mine = started
})

const onMine = (further = {}) => workspace.in({ KRR_ENV: 'mine', ...mine.settings(), ...further })
const verdictsOf = ({ rules }: ConformanceReport) => new Set(rules.map(({ verdict }) => verdict))
const judgedIn = ({ rules }: ConformanceReport) =>
  rules.filter(({ verdict }) => verdict !== 'not-exercised').map(({ id }) => id)

describe('an environment of one’s own that conforms', { timeout: 120_000 }, () => {
  test('is conformant, with exit code 0 and every rule judged', async () => {
    const { code, stdout } = await krr(['test'], onMine())
    expect(stdout).toContain('CONFORMANT')
    expect(code).toBe(0)
    const report = workspace.report('mine')
    expect(report.verdict).toBe('conformant')
    expect(verdictsOf(report)).not.toContain('not-run')
    expect(report.register).toEqual({ found: 'nb', left: 'nb', restored: true })
    expect(mine.register.record?.spraak).toBe('nb')
    expect(workspace.journal('mine')).toBeUndefined()

    const schemaFile = join(projectFolder(), 'src', 'report', 'report.schema.json')
    const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false })
    const isValid = ajv.compile(JSON.parse(await readFile(schemaFile, 'utf8')))
    expect([isValid(report), isValid.errors]).toEqual([true, null])
  })

  test('judged by one rule alone has a partial report, and the full one stays', async () => {
    const full = [...workspace.files()].filter(([path]) => /^reports\/mine\/[^/]+$/.test(path))
    expect(full.map(([path]) => path.slice('reports/mine/'.length)).sort()).toEqual([
      'badge.svg',
      'ctrf.json',
      'evidence.har',
      'junit.xml',
      'manifest.json',
      'manifest.jwk.json',
      'manifest.jws',
      'report.html',
      'report.json',
      'summary.md',
    ])
    const { code } = await krr(['test', '-t', 'KRR-JWS-003'], onMine())
    expect(code).toBe(0)
    const files = workspace.files()
    for (const [path, content] of full) expect(files.get(path)?.equals(content)).toBe(true)
    const partial = workspace.report('mine/partial')
    expect(partial.verdict).toBe('partial')
    expect(judgedIn(partial)).toEqual(['KRR-JWS-003'])
  })

  test('is judged the same by plain vitest', async () => {
    const { code, stdout, stderr } = await startPlainVitest(
      ['-t', 'KRR-JWS-003'],
      onMine({ KRR_REPORT_DIR: join(workspace.folder, 'plain') }),
    ).ended
    expect([code, stderr], stdout).toEqual([0, ''])
    const report = workspace.report('../plain/mine/partial')
    expect(judgedIn(report)).toEqual(['KRR-JWS-003'])
    expect(report.rules.find(({ id }) => id === 'KRR-JWS-003')?.verdict).toBe('passed')
  })
})

describe('what a pipeline is told', { timeout: 120_000 }, () => {
  test('1 where a MUST rule failed, and which', async () => {
    mine.seed({ jwsCompact: (compact) => `${compact.slice(0, -8)}AAAAAAAA` })
    const { code, stdout } = await krr(['test', '-t', 'KRR-JWS-003'], onMine())
    expect(code).toBe(1)
    expect(stdout).toContain('KRR-JWS-003')
  })

  test('3 where nothing listens, within 30 seconds', async () => {
    const gone = await startOwnEnvironment({ workspace, name: 'gone' })
    await gone.reference.stop()
    const startedAt = Date.now()
    const { code } = await krr(['test'], workspace.in({ KRR_ENV: 'gone', ...gone.settings() }))
    expect(Date.now() - startedAt).toBeLessThan(30_000)
    expect(code).toBe(3)
    const { verdict, rules } = workspace.report('gone')
    expect(verdict).toBe('inconclusive')
    expect(rules.filter((rule) => rule.verdict === 'failed')).toEqual([])
  })

  test('3 where the journal cannot be written: nothing is written to the register, and the reason is told', async () => {
    const stateDir = join(workspace.folder, 'broken-state')
    workspace.write('broken-state/journal', 'a file where a folder belongs')
    mine.unsafe.length = 0
    const { code, stdout } = await krr(['test', '-t', 'PATCH'], onMine({ KRR_STATE_DIR: stateDir }))
    expect(code, stdout).toBe(3)
    expect(mine.unsafe).toEqual([])
    expect(verdictsOf(workspace.report('mine/partial'))).not.toContain('errored')
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /no write: the journal \S+ cannot be written \(\w+\): KRR_STATE_DIR must be a folder/,
    )
  })

  test('5 where the register takes every language but the one found', async () => {
    mine.seed({
      patchDecision: (decision) =>
        decision.kind === 'accepted' && decision.spraak === 'nb'
          ? { kind: 'refused', status: 400, description: 'not this one' }
          : decision,
    })
    const left = await krr(['test', '-t', 'KRR-PATCH-001'], onMine())
    expect(left.code).toBe(5)
    expect(workspace.journal('mine')?.found).toBe('nb')
    expect(mine.register.record?.spraak).not.toBe('nb')
    const still = await krr(['restore', '--env', 'mine'], onMine())
    expect(still.code).toBe(5)

    mine.seed({})
    const restored = await krr(['restore', '--env', 'mine'], onMine())
    expect(restored.code).toBe(0)
    expect(mine.register.record?.spraak).toBe('nb')
    expect(workspace.journal('mine')).toBeUndefined()
  })
})
