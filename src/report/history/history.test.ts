import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeReport } from '../write.ts'
import { failedBefore, flakesBefore, recall, remember } from './history.ts'
import { runOfDay } from './sample-history.fixture.ts'
import { writeIndex } from './write-index.ts'

let directory = ''
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'krr-history-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const runDir = (day: string) => join(directory, 'test', 'runs', `2026-09-0${day}T02-00-00-a1b2c3`)
const memory = () => join(directory, 'test', 'runs', 'history.ndjson')
const verdicts = async () => (await recall(directory, 'test')).entries.map(({ verdict }) => verdict)

describe('the history of an environment', () => {
  test('has each run that was written, the oldest first, and outlives its report', async () => {
    await writeReport(runOfDay('deviating', 2), directory)
    await writeReport(runOfDay('conformant', 1), directory)
    await rm(runDir('1'), { recursive: true })
    expect(await verdicts()).toEqual(['conformant', 'deviating'])
    expect((await recall(directory, 'test')).kept).toEqual(new Set([runDir('2').split('/').at(-1)]))
  })

  test('tells since when in a row a rule has failed, at the same address alone', async () => {
    const target = runOfDay('deviating', 1).target
    expect(await failedBefore(directory, target)).toBeUndefined()
    for (const [day, kind] of [
      [1, 'deviating'],
      [2, 'conformant'],
      [3, 'deviating'],
      [4, 'deviating'],
    ] as const)
      await writeReport(runOfDay(kind, day), directory)
    const before = await failedBefore(directory, target)
    expect(before?.runs).toBe(4)
    expect(before?.rules).toContainEqual({
      id: 'KRR-JWS-003',
      since: runOfDay('deviating', 3).run.startedAt,
      runs: 2,
    })
    const elsewhere = { ...target, apiUrl: 'https://other.example/rest/v1/person' }
    expect(await failedBefore(directory, elsewhere)).toBeUndefined()
  })

  test('takes up runs that nobody remembered, once and no more than asked for', async () => {
    for (const day of [1, 2, 3]) await writeReport(runOfDay('conformant', day), directory)
    await rm(memory())
    expect((await recall(directory, 'test', 2)).entries.map(({ id }) => id.slice(8, 10))).toEqual([
      '02',
      '03',
    ])
    expect((await recall(directory, 'test')).entries).toHaveLength(3)
    expect((await readFile(memory(), 'utf8')).trim().split('\n')).toHaveLength(3)
  })

  test('passes over what cannot be read: cut lines, broken and foreign reports', async () => {
    await writeReport(runOfDay('conformant', 1), directory)
    await appendFile(memory(), '{"id":"2026-09-02T0\nnull\n{"id":"x"}\n')
    await writeReport(runOfDay('conformant', 3), directory)
    await rm(memory())
    await writeFile(join(runDir('1'), 'report.json'), '{"schemaVersion":1')
    const { entries, passedOver } = await recall(directory, 'test')
    expect(entries.map(({ verdict }) => verdict)).toEqual(['conformant'])
    expect(passedOver).toEqual([
      `${join(runDir('1'), 'report.json')} is no report and is passed over: it holds no JSON`,
    ])
  })

  test('tells each line that is no run, and shows the others all the same', async () => {
    await writeReport(runOfDay('conformant', 1), directory)
    const good = JSON.parse((await readFile(memory(), 'utf8')).trim())
    const bad = [
      { ...good, rules: { passed: 'KRR-JWS-003' } },
      { ...good, flakes: [null] },
      { ...good, expiries: [{ at: 4 }] },
      { ...good, verdict: 'fine' },
      { ...good, id: '../../x' },
      { ...good, latency: {} },
      { ...good, target: null },
    ]
    await appendFile(memory(), bad.map((line) => `${JSON.stringify(line)}\n`).join(''))
    const told: string[] = []
    await writeIndex(directory, { onPassedOver: (line) => told.push(line) })
    expect(told).toEqual([
      ...[2, 3, 4, 5, 6].map((line) => `${memory()}:${line} is no run and is passed over`),
      `${memory()}: and 2 more lines like it`,
    ])
    expect(await verdicts()).toEqual(['conformant'])
  })

  test('does not believe the report of another run or environment in the place of one', async () => {
    for (const day of [1, 2]) await writeReport(runOfDay('conformant', day), directory)
    await rm(memory())
    const [one, two] = ['1', '2'].map((day) => join(runDir(day), 'report.json'))
    await writeFile(one ?? '', await readFile(two ?? '', 'utf8'))
    const { entries, passedOver } = await recall(directory, 'test')
    expect(entries.map(({ id }) => id.slice(8, 10))).toEqual(['02'])
    expect(passedOver).toEqual([`${one} is the report of another run and is passed over`])
  })

  test('says which requests failed at first in the last ten runs, and of how many runs it knows', async () => {
    expect(await flakesBefore(directory, 'test')).toBeUndefined()
    const quiet = (day: number) => {
      const report = runOfDay('conformant', day)
      return {
        ...report,
        exchanges: report.exchanges.map((own) => ({ ...own, failedAttempts: [] })),
      }
    }
    await remember(runOfDay('conformant', 1), directory)
    const recent = ['GET person, application/json']
    for (let day = 2; day <= 10; day += 1) await remember(quiet(day), directory)
    expect(await flakesBefore(directory, 'test')).toEqual({ runs: 10, flakes: 1, recent })
    await remember(quiet(11), directory)
    expect(await flakesBefore(directory, 'test')).toEqual({ runs: 11, flakes: 1, recent: [] })
  })

  test('has a run once, however often it was remembered', async () => {
    await remember(runOfDay('conformant', 1), directory)
    await remember(runOfDay('deviating', 1), directory)
    expect(await verdicts()).toEqual(['deviating'])
  })
})

describe('writeIndex', () => {
  test('shows the environments that have a report, and no other folder', async () => {
    expect(await writeIndex(directory)).toBeUndefined()
    await writeReport(runOfDay('conformant', 1), directory)
    await writeReport(runOfDay('deviating', 1, 'prod'), directory)
    await writeReport(runOfDay('deviating', 1, 'one'), join(directory, 'defects'))
    await writeReport(runOfDay('deviating', 1, 'two'), join(directory, 'not_an environment'))
    const path = await writeIndex(directory)
    expect(path).toBe(join(directory, 'index.html'))
    const page = await readFile(path ?? '', 'utf8')
    expect([...page.matchAll(/<section id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'env-prod',
      'env-test',
    ])
  })

  test('two hundred runs are remembered well under a second, without their reports', async () => {
    for (let day = 1; day <= 200; day += 1) await remember(runOfDay('conformant', day), directory)
    await writeReport(runOfDay('conformant', 201), directory)
    const before = performance.now()
    await writeIndex(directory)
    expect(performance.now() - before).toBeLessThan(1_000)
    expect((await recall(directory, 'test')).entries).toHaveLength(201)
  })
})
