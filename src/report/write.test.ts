import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sampleReport } from './sample-report.fixture.ts'
import { checkWritable, writeReport } from './write.ts'

const files = [
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
]
let directory = ''

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'krr-report-'))
})
afterEach(async () => {
  await rm(directory, { recursive: true, force: true })
})

const verdictIn = async (...path: string[]): Promise<unknown> =>
  JSON.parse(await readFile(join(directory, ...path, 'report.json'), 'utf8')).verdict

describe('writeReport', () => {
  test('every format is written as the latest run and among the earlier ones', async () => {
    const report = sampleReport('conformant')
    const written = await writeReport(report, directory)
    expect(written.directory).toBe(join(directory, 'reference'))
    expect(await readdir(directory)).toEqual(['reference'])
    expect(await readdir(written.directory)).toEqual([...files, 'runs'].toSorted())
    const kept = join(written.directory, 'runs', report.run.id)
    expect(await readdir(kept)).toEqual(files)
    for (const file of files) {
      expect(await readFile(join(kept, file))).toEqual(
        await readFile(join(written.directory, file)),
      )
    }
  })

  test('a later run replaces the latest and leaves the earlier one', async () => {
    const first = sampleReport('deviating')
    await writeReport(first, directory)
    const later = sampleReport('inconclusive')
    await writeReport({ ...later, run: { ...later.run, id: 'later' } }, directory)
    expect(await verdictIn('test')).toBe('inconclusive')
    expect(await verdictIn('test', 'runs', first.run.id)).toBe('deviating')
  })

  test('a partial run never replaces a full one', async () => {
    await writeReport(sampleReport('deviating'), directory)
    const written = await writeReport(sampleReport('partial'), directory)
    expect(written.directory).toBe(join(directory, 'test', 'partial'))
    expect(await verdictIn('test')).toBe('deviating')
    expect(await verdictIn('test', 'partial')).toBe('partial')
    expect(await readdir(join(directory, 'test', 'runs'))).toEqual([
      expect.any(String),
      'history.ndjson',
    ])
  })

  test('where a file cannot be put in place, nothing unfinished is left', async () => {
    await mkdir(join(directory, 'test', 'report.html'), { recursive: true })
    await writeFile(join(directory, 'test', 'report.html', 'in the way'), '')
    await expect(writeReport(sampleReport('deviating'), directory)).rejects.toMatchObject({
      code: 'CONFIGURATION',
    })
    expect(await readdir(directory)).toEqual(['test'])
    expect(await readdir(join(directory, 'test'))).not.toContain('report.json')
  })
})

describe('checkWritable', () => {
  test('a directory that does not exist is made, and nothing is left in it', async () => {
    const deeper = join(directory, 'a', 'b')
    await checkWritable(deeper)
    expect(await readdir(deeper)).toEqual([])
  })

  test('a path that cannot be a directory is refused with the key, the path and what to do', async () => {
    const file = join(directory, 'file')
    await writeFile(file, '')
    await expect(checkWritable(join(file, 'reports'))).rejects.toMatchObject({
      code: 'CONFIGURATION',
      problems: [
        `KRR_REPORT_DIR must be a directory that can be written, but ${join(file, 'reports')} cannot ` +
          'be (ENOTDIR); make it writable or set KRR_REPORT_DIR to another path, in the environment or in .env',
      ],
    })
  })
})
