import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { reportOf, withRule } from '../gate/situation.fixture.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { ConformanceReport } from './model.ts'
import { parseReport, readReportFile } from './read-report.ts'
import { sampleKinds, sampleReport } from './sample-report.fixture.ts'
import { writeJson } from './writers/json.ts'

type Json = Record<string, unknown>

const written = (report: ConformanceReport = sampleReport('deviating')): Json =>
  JSON.parse(writeJson(report))
const parsed = async (value: unknown): Promise<ConformanceReport> => {
  const read = await parseReport(JSON.stringify(value))
  if ('trouble' in read) throw new Error(read.trouble)
  return read.report
}
const troubleOf = async (text: string): Promise<string | undefined> => {
  const read = await parseReport(text)
  return 'trouble' in read ? read.trouble : undefined
}

describe('a report that is read', () => {
  test.each(sampleKinds.filter((kind) => kind !== 'known'))(
    'of the kind %s is as it was written',
    async (kind) => {
      const report = sampleReport(kind)
      // The sample's rules carry the levels of the catalogue; only names of places come anew.
      expect((await parsed(written(report))).verdict).toBe(report.verdict)
      expect(await parsed(written(report))).toEqual(report)
    },
  )

  test('without what later versions added is a report still', async () => {
    const { picture, expiries, flakes, ...early } = written()
    const rules = (early['rules'] as { observations: Json[] }[]).map((rule) => ({
      ...rule,
      observations: rule.observations.map(({ name, ...own }) => own),
    }))
    expect(await parsed({ ...early, rules })).toMatchObject({ verdict: 'deviating' })
    expect([picture, expiries, flakes]).not.toContain(undefined)
  })

  test.each([
    ['cut off', '{"schemaVersion":1', 'it holds no JSON'],
    ['null', 'null', 'the whole must be object'],
    ['nothing', '', 'it holds no JSON'],
    ['a list', '[]', 'the whole must be object'],
    [
      'nested deep',
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      'its values are nested too deep',
    ],
  ])('is none where the text is %s', async (_what, text, trouble) => {
    expect(await troubleOf(text)).toBe(trouble)
  })

  const { target, run } = sampleReport('deviating')
  test.each([
    ['an environment that leads up', { target: { ...target, environment: '../../x' } }],
    ['an environment that is a path', { target: { ...target, environment: '/etc' } }],
    ['an environment that is empty', { target: { ...target, environment: '' } }],
    ['a run that leads up', { run: { ...run, id: '../../../x/victim' } }],
    ['a run that is the folder itself', { run: { ...run, id: '..' } }],
    ['a run with a NUL', { run: { ...run, id: 'a\u0000b' } }],
    ['a run that is long', { run: { ...run, id: 'x'.repeat(300) } }],
    ['a time that is none', { run: { ...run, startedAt: '2026-99-99T99:99:99Z' } }],
    ['an address that runs', { target: { ...target, apiUrl: 'javascript:alert(1)' } }],
    ['an issuer that is none', { target: { ...target, issuer: 'x' } }],
    ['a rule twice', { rules: [written()['rules'], written()['rules']].flat() }],
    ['an exchange twice', { exchanges: [written()['exchanges'], written()['exchanges']].flat() }],
  ])('is none with %s', async (_what, change) => {
    const trouble = await troubleOf(JSON.stringify({ ...written(), ...change }))
    expect(trouble).toMatch(/^\S.{3,200}$/)
    expect(trouble).not.toMatch(/victim|javascript|\n/)
  })

  test('is none where the file is a folder, or larger than any that was written', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'krr-read-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    expect(await readReportFile(folder)).toEqual({ trouble: 'it is no file' })
    await writeFile(join(folder, 'large'), '')
    await truncate(join(folder, 'large'), 200 * 1_048_576)
    expect(await readReportFile(join(folder, 'large'))).toEqual({
      trouble: expect.stringContaining('more than'),
    })
  })
})

describe('what a report says of itself', () => {
  const failing = withRule(reportOf('prod'), 'KRR-JWS-003', 'failed')
  const lie = (
    of: ConformanceReport,
    change: Partial<ConformanceReport['rules'][number]>,
  ): Json => ({
    ...written(of),
    verdict: 'conformant',
    rules: of.rules.map((rule) => (rule.id === 'KRR-JWS-003' ? { ...rule, ...change } : rule)),
  })

  test.each([
    ['its verdict alone', {}],
    ['the rule too', { verdict: 'passed' as const, reason: 'conforms' }],
    ['the level too', { verdict: 'passed' as const, level: 'INFO' as const }],
    ['the area too', { verdict: 'passed' as const, area: 'TLS' as const }],
  ])('follows from what was observed: %s is a lie', async (_what, change) => {
    const report = await parsed(lie(failing, change))
    expect(report.verdict).toBe('deviating')
    expect(report.rules.find(({ id }) => id === 'KRR-JWS-003')).toMatchObject({
      area: 'JWS',
      level: 'MUST',
      verdict: 'failed',
    })
  })

  test('a full run that judged nothing is no conformance', async () => {
    const of = reportOf('prod')
    const silent = {
      ...written(of),
      rules: of.rules.map((rule) => ({ ...rule, observations: [] })),
    }
    expect((await parsed(silent)).verdict).toBe('inconclusive')
  })

  test('deviations are known only where the report names each, and not after its last day', async () => {
    const [found] = failing.rules.filter(({ id }) => id === 'KRR-JWS-003')
    const [own] = found?.observations ?? []
    const [seen] = own?.findings ?? []
    if (own === undefined || seen === undefined) throw new Error('nothing failed')
    const fingerprint = fingerprintOf('KRR-JWS-003', own.where, seen, failing.target)
    const entry = { rule: 'KRR-JWS-003', owner: 'team', link: 'https://example.com/1' }
    const known = (print: string, expires: string) => ({
      ...written(failing),
      verdict: 'deviating (known)',
      known: { covered: [{ ...entry, fingerprint: print, expires }], problems: [] },
    })
    expect((await parsed(known(fingerprint, '2026-12-24'))).verdict).toBe('deviating (known)')
    expect((await parsed(known(fingerprint, '2026-11-01'))).verdict).toBe('deviating')
    expect((await parsed(known('f-0000000000000000', '2026-12-24'))).verdict).toBe('deviating')
  })
})
