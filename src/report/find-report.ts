import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ConfigurationError } from '../config/configuration-error.ts'
import type { ConformanceReport } from './model.ts'
import { readReportFile } from './read-report.ts'

/** A report that was found, with where it lies. */
export interface FoundReport {
  readonly path: string
  readonly report: ConformanceReport
}

/**
 * The report that somebody means: a `report.json` or a folder with one, the name of an environment (its latest run),
 * or the id of a run. `name~1` is the run before the latest of an environment, `name~2` the one before that.
 * @throws ConfigurationError where there is none, or several
 */
export const findReport = async (meant: string, reportDir: string): Promise<FoundReport> => {
  const [, name = meant, back] = /^([^~]+)~(\d+)$/.exec(meant) ?? []
  const candidates =
    back === undefined
      ? await candidatesFor(meant, reportDir)
      : await earlierRun(name, Number(back), reportDir)
  const [path, ...others] = candidates
  if (path === undefined) {
    throw new ConfigurationError([
      `a report must be the path of a report.json or its folder, an environment or a run id, but ${reportDir} ` +
        `has none for "${meant}"`,
    ])
  }
  if (others.length > 0) {
    throw new ConfigurationError([
      `"${meant}" is a run of several environments; name one of ${candidates.join(', ')}`,
    ])
  }
  return { path, report: await readReport(path) }
}

/**
 * Reads a report, as something that anybody may have written (`read-report.ts`).
 * @throws ConfigurationError where the file is none, or of a version that this harness does not know
 */
const readReport = async (path: string): Promise<ConformanceReport> => {
  const read = await readReportFile(path)
  if ('report' in read) return read.report
  throw new ConfigurationError([
    `${path} must be a report.json of schemaVersion 1, but is not: ${read.trouble}`,
  ])
}

const candidatesFor = async (meant: string, reportDir: string): Promise<readonly string[]> => {
  const own = [resolve(meant), join(reportDir, meant)]
  for (const path of own.flatMap((one) => [one, join(one, 'report.json')])) {
    if (await isFile(path)) return [path]
  }
  const runs = (await foldersIn(reportDir)).map((environment) =>
    join(reportDir, environment, 'runs', meant, 'report.json'),
  )
  const found = await Promise.all(runs.map(isFile))
  return runs.filter((_, at) => found[at] === true)
}

/** Run ids begin with their time: in the order of their names they are in the order of their runs. */
const earlierRun = async (
  environment: string,
  back: number,
  reportDir: string,
): Promise<readonly string[]> => {
  const folder = join(reportDir, environment, 'runs')
  const run = (await foldersIn(folder)).sort().at(-1 - back)
  return run === undefined ? [] : [join(folder, run, 'report.json')]
}

const foldersIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}

const isFile = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isFile() ?? false
