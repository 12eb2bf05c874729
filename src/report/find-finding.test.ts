import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseFindingName } from '../rules/finding-name.ts'
import { findFinding, findingsIn } from './find-finding.ts'
import type { ConformanceReport } from './model.ts'
import { sampleReport } from './sample-report.fixture.ts'
import { writeJson } from './writers/json.ts'

const sample = sampleReport('deviating')
const asked = parseFindingName('KRR-JWS-003') ?? { ruleId: 'KRR-JWS-003', name: undefined }
const [place] = findingsIn(sample, asked)

const reportOf = (environment: string, startedAt: string): ConformanceReport => ({
  ...sample,
  target: { ...sample.target, environment },
  run: { ...sample.run, startedAt },
})

let reportDir: string
beforeAll(async () => {
  reportDir = await mkdtemp(join(tmpdir(), 'krr-findings-'))
  const write = async (folder: string, content: string) => {
    await mkdir(join(reportDir, folder), { recursive: true })
    await writeFile(join(reportDir, folder, 'report.json'), content)
  }
  await write('older', writeJson(reportOf('older', '2026-11-01T00:00:00.000Z')))
  await write('newer', writeJson(reportOf('newer', '2026-11-02T00:00:00.000Z')))
  await write('newer/partial', writeJson(reportOf('newer', '2026-11-03T00:00:00.000Z')))
  await write('foreign', '{"rules": []}')
  await write('broken', '{')
})
afterAll(() => rm(reportDir, { recursive: true, force: true }))

describe('a finding', () => {
  test('is found by its name, which the report carries', () => {
    expect(place?.observation.name).toBe(place?.name)
    expect(findingsIn(sample, { ...asked, name: place?.name })).toHaveLength(1)
    expect(findingsIn(sample, { ...asked, name: 'KRR-JWS-003.bbbbb' })).toEqual([])
  })

  test('is found in a report of an earlier harness, which has no names', () => {
    const { rules, ...rest } = sample
    const unnamed = rules.map((rule) => ({
      ...rule,
      observations: rule.observations.map(({ name: _, ...own }) => own),
    }))
    expect(findingsIn({ ...rest, rules: unnamed }, asked).map(({ name }) => name)).toEqual([
      place?.name,
    ])
  })

  test('is taken from the latest report, partial or not, whatever else lies there', async () => {
    const found = await findFinding(asked, { reportDir })
    expect(found?.report.run.startedAt).toBe('2026-11-03T00:00:00.000Z')
  })

  test('is taken from the report of the environment that was named, where it has one', async () => {
    const found = await findFinding(asked, { reportDir, env: 'older' })
    expect(found?.report.target.environment).toBe('older')
    const other = await findFinding(asked, { reportDir, env: 'elsewhere' })
    expect(other?.report.target.environment).toBe('newer')
  })

  test('is taken from the report that was named, and from no other', async () => {
    const search = { reportDir, report: 'older' }
    expect((await findFinding(asked, search))?.report.target.environment).toBe('older')
    const unknown = { ruleId: 'KRR-JWS-003', name: 'KRR-JWS-003.bbbbb' } as const
    await expect(findFinding(unknown, search)).rejects.toThrow('is none')
    expect(await findFinding(unknown, { reportDir })).toBeUndefined()
  })

  test('that a rule alone names is refused where the rule found nothing', async () => {
    const passed = { ruleId: 'KRR-BODY-006', name: undefined } as const
    await expect(findFinding(passed, { reportDir })).rejects.toThrow('KRR-BODY-006 must be')
  })
})
