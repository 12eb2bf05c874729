import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findReport } from './find-report.ts'
import { sampleReport } from './sample-report.fixture.ts'
import { writeReport } from './write.ts'

let folder = ''
const run = async (kind: 'conformant' | 'deviating' | 'partial', id: string) => {
  const report = sampleReport(kind)
  await writeReport({ ...report, run: { ...report.run, id } }, folder)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'krr-find-'))
  await run('deviating', '2026-11-23T02-00-00-aaaaaa')
  await run('deviating', '2026-11-24T02-00-00-bbbbbb')
  await run('conformant', '2026-11-24T02-00-00-bbbbbb')
  await run('partial', '2026-11-25T02-00-00-cccccc')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const found = async (meant: string): Promise<string> => {
  const { report } = await findReport(meant, folder)
  return `${report.target.environment} ${report.run.id.slice(-6)}`
}

describe('findReport', () => {
  test('an environment is its latest run, name~1 the one before', async () => {
    expect(await found('test')).toBe('test bbbbbb')
    expect(await found('test~0')).toBe('test bbbbbb')
    expect(await found('test~1')).toBe('test aaaaaa')
    expect(await found('test/partial')).toBe('test cccccc')
  })

  test('a run id, a folder and a file are found', async () => {
    expect(await found('2026-11-23T02-00-00-aaaaaa')).toBe('test aaaaaa')
    expect(await found(join(folder, 'reference'))).toBe('reference bbbbbb')
    expect(await found(join(folder, 'reference', 'report.json'))).toBe('reference bbbbbb')
  })

  test('a run of several environments is refused, with the reports to choose from', async () => {
    await expect(found('2026-11-24T02-00-00-bbbbbb')).rejects.toMatchObject({
      code: 'CONFIGURATION',
      problems: [expect.stringMatching(/reference.*bbbbbb.*test.*bbbbbb/)],
    })
  })

  test.each(['nowhere', 'test~2', '2026-11-25T02-00-00-cccccc'])('%s is nothing', async (meant) => {
    await expect(found(meant)).rejects.toMatchObject({ code: 'CONFIGURATION' })
  })

  test('a file that is no report is refused by its path', async () => {
    const path = join(folder, 'other.json')
    await writeFile(path, '{"schemaVersion":2}')
    await expect(found(path)).rejects.toMatchObject({
      problems: [
        `${path} must be a report.json of schemaVersion 1, but is not: the whole must have required property 'verdict'`,
      ],
    })
  })
})
