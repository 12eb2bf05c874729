import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigurationError } from '../config/configuration-error.ts'
import { remember } from './history/history.ts'
import type { ConformanceReport } from './model.ts'
import { type ReportFile, writers } from './writers/index.ts'

/** Where a report was written. */
export interface WrittenReport {
  /** `<reportDir>/<environment>`, of a partial run its folder `partial`. */
  readonly directory: string
  readonly files: readonly ReportFile[]
}

const files = Object.keys(writers) as readonly ReportFile[]

/**
 * Writes a report in every format as the environment's latest, and a full one among its earlier runs too
 * (`runs/<run id>`). Each file appears whole or not at all, `report.json` as the last.
 * @throws ConfigurationError where the directory cannot be written
 */
export const writeReport = async (
  report: ConformanceReport,
  reportDir: string,
): Promise<WrittenReport> => {
  const environmentDir = join(reportDir, report.target.environment)
  const isPartial = report.run.selection === 'partial'
  const directory = isPartial ? join(environmentDir, 'partial') : environmentDir
  const unfinished = join(reportDir, `.unfinished-${randomUUID()}`)
  const written = files.map((file) => [file, writers[file](report)] as const)
  try {
    await mkdir(directory, { recursive: true })
    await mkdir(unfinished)
    for (const [file, text] of written) await writeFile(join(unfinished, file), text)
    if (!isPartial) await keep(unfinished, join(environmentDir, 'runs', report.run.id))
    if (!isPartial) await remember(report, reportDir)
    for (const file of files) await rename(join(unfinished, file), join(directory, file))
  } catch (error) {
    throw unwritable(directory, error)
  } finally {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined)
  }
  return { directory, files }
}

/**
 * Finds out before the run whether reports can be written there; makes the directory where there is none.
 * @throws ConfigurationError with the path and what to do
 */
export const checkWritable = async (reportDir: string): Promise<void> => {
  const probe = join(reportDir, `.unfinished-${randomUUID()}`)
  try {
    await mkdir(reportDir, { recursive: true })
    await writeFile(probe, '')
    await rm(probe)
  } catch (error) {
    throw unwritable(reportDir, error)
  }
}

/** Copies the files beside their place first, so that the folder of the run appears complete. */
const keep = async (unfinished: string, runDir: string): Promise<void> => {
  const copy = join(unfinished, 'run')
  await mkdir(copy)
  for (const file of files) await copyFile(join(unfinished, file), join(copy, file))
  await mkdir(join(runDir, '..'), { recursive: true })
  await rm(runDir, { recursive: true, force: true })
  await rename(copy, runDir)
}

const unwritable = (path: string, cause: unknown): ConfigurationError => {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  return new ConfigurationError(
    [
      `KRR_REPORT_DIR must be a directory that can be written, but ${path} cannot be (${code}); ` +
        'make it writable or set KRR_REPORT_DIR to another path, in the environment or in .env',
    ],
    { cause },
  )
}
