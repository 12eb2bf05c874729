import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pruneRuns } from './prune.ts'

let directory = ''

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'krr-prune-'))
  for (const environment of ['test', 'prod']) {
    for (const day of ['01', '02', '03']) {
      const run = join(directory, environment, 'runs', `2026-11-${day}T02-00-00-a1b2c3`)
      await mkdir(run, { recursive: true })
      await writeFile(join(run, 'report.json'), '{}')
    }
    await writeFile(join(directory, environment, 'report.json'), '{}')
  }
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const runsOf = (environment: string) => readdir(join(directory, environment, 'runs'))

test('the newest runs of each environment stay, and so does its latest report', async () => {
  expect(await pruneRuns(directory, 2)).toMatchObject([
    { environment: 'prod', removed: ['2026-11-01T02-00-00-a1b2c3'] },
    { environment: 'test', removed: ['2026-11-01T02-00-00-a1b2c3'] },
  ])
  expect(await runsOf('test')).toEqual(['2026-11-02T02-00-00-a1b2c3', '2026-11-03T02-00-00-a1b2c3'])
  expect(await readdir(join(directory, 'test'))).toContain('report.json')
})

test('of one environment alone, and a name that is none reaches nothing', async () => {
  expect(await pruneRuns(directory, 0, 'test')).toHaveLength(1)
  expect(await runsOf('prod')).toHaveLength(3)
  expect(await pruneRuns(join(directory, 'test'), 0, '../prod')).toEqual([])
  expect(await runsOf('prod')).toHaveLength(3)
})

test('a folder without reports has nothing to prune', async () => {
  expect(await pruneRuns(join(directory, 'none'), 1)).toEqual([])
})
