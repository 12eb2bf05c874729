import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { ConfigurationError } from '../config/configuration-error.ts'
import { remember } from './history/history.ts'
import type { ConformanceReport } from './model.ts'
import schema from './report.schema.json' with { type: 'json' }
import { type FolderFile, openSigner, type Signer, seal, sealFiles } from './seal/signer.ts'
import { parseManifest } from './seal/verify.ts'
import type { Language } from './words/language.ts'
import { writers } from './writers/index.ts'
import type { ReportWriter } from './writers/writer.ts'

/** Where a report was written. */
export interface WrittenReport {
  /** `<reportDir>/<environment>`, of a partial run its folder `partial`. */
  readonly directory: string
  /** Names of files in it, `report.json` as the last. */
  readonly files: readonly string[]
}

/** What goes into the folder beside the formats that are always written. */
export interface WriteOptions {
  /** Without one a key is made for this folder alone. */
  readonly signer?: Signer
  /** Of page and summary; English without it. */
  readonly language?: Language
  readonly further?: readonly FolderFile[]
}

/**
 * Writes a report in every format as the environment's latest, and a full one among its earlier runs too
 * (`runs/<run id>`), each folder sealed by a signed manifest. Each file appears whole or not at all, `report.json` as
 * the last; files of the run before that this one lacks are removed.
 * @throws ConfigurationError where the directory cannot be written
 */
export const writeReport = async (
  report: ConformanceReport,
  reportDir: string,
  { signer, further = [], language = 'en' }: WriteOptions = {},
): Promise<WrittenReport> => {
  refuseForeignNames(report)
  const environmentDir = join(reportDir, report.target.environment)
  const isPartial = report.run.selection === 'partial'
  const directory = isPartial ? join(environmentDir, 'partial') : environmentDir
  const unfinished = join(reportDir, `.unfinished-${randomUUID()}`)
  const content = Object.entries<ReportWriter>(writers).map(
    ([file, write]) => [file, write(report, language)] as const,
  )
  const sealing = await seal(
    report,
    [...further, ...content],
    signer ?? (await openSigner(undefined)),
  )
  const written: readonly FolderFile[] = [...further, ...sealing, ...content]
  const files = written.map(([file]) => file)
  try {
    await mkdir(directory, { recursive: true })
    await refuseOutside(reportDir, directory)
    await mkdir(unfinished)
    for (const [file, text] of written) await writeFile(join(unfinished, file), text)
    if (!isPartial) {
      const runs = join(environmentDir, 'runs')
      await mkdir(runs, { recursive: true })
      await refuseOutside(reportDir, runs)
      await keep(unfinished, join(runs, report.run.id), files)
    }
    if (!isPartial) await remember(report, reportDir)
    await removeStale(directory, files)
    for (const file of files) await rename(join(unfinished, file), join(directory, file))
  } catch (error) {
    throw error instanceof ConfigurationError ? error : unwritable(directory, error)
  } finally {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined)
  }
  return { directory, files }
}

/**
 * Finds out before the run whether reports can be written there; makes the directory where there is none.
 * @throws ConfigurationError with the path and what to do
 */
export const checkWritable = async (
  folder: string,
  key: FolderKey = 'KRR_REPORT_DIR',
): Promise<void> => {
  const probe = join(folder, `.unfinished-${randomUUID()}`)
  try {
    // Of the state nobody else may see anything.
    await mkdir(folder, { recursive: true, ...(key === 'KRR_STATE_DIR' ? { mode: 0o700 } : {}) })
    // A full disk takes an empty file.
    await writeFile(probe, 'x'.repeat(64 * 1_024))
    await rm(probe)
  } catch (error) {
    await rm(probe, { force: true }).catch(() => {})
    throw unwritable(folder, error, key)
  }
}

type FolderKey = 'KRR_REPORT_DIR' | 'KRR_STATE_DIR'

/** Copies the files beside their place first, so that the folder of the run appears complete. */
const keep = async (
  unfinished: string,
  runDir: string,
  files: readonly string[],
): Promise<void> => {
  const copy = join(unfinished, 'run')
  await mkdir(copy)
  for (const file of files) await copyFile(join(unfinished, file), join(copy, file))
  await rm(runDir, { recursive: true, force: true })
  await rename(copy, runDir)
}

/** Folders of the report directory that are no environment's. */
const takenNames: ReadonlySet<string> = new Set(['gate', 'defects'])

/** What a report says of itself makes paths: only names that a schema would let pass are folders' names. */
const refuseForeignNames = ({ target, run }: ConformanceReport): void => {
  const { properties } = schema
  const isEnvironment =
    new RegExp(properties.target.properties.environment.pattern).test(target.environment) &&
    !takenNames.has(target.environment)
  const isRun = new RegExp(properties.run.properties.id.pattern).test(run.id)
  if (isEnvironment && isRun) return
  throw new ConfigurationError([
    isEnvironment
      ? 'a report is not written whose run.id can be no folder: it must be letters, digits, ".", "_" and "-", and begin with a letter or digit'
      : `a report is not written whose target.environment can be no folder: it must be letters, digits, "_" and "-", begin with a letter, and not be ${[...takenNames].join(' or ')}`,
  ])
}

/** A symbolic link would lead what is written, and what is deleted, somewhere else. */
const refuseOutside = async (reportDir: string, folder: string): Promise<void> => {
  const [root, real] = await Promise.all([realpath(reportDir), realpath(folder)])
  if (real.startsWith(root + sep)) return
  throw new ConfigurationError([
    `${folder} must lie in ${reportDir}, but a symbolic link leads it to ${real}: remove the link`,
  ])
}

/** A picture or a format of the run before would lie unsealed among the files of this one. */
const removeStale = async (directory: string, files: readonly string[]): Promise<void> => {
  const text = await readFile(join(directory, sealFiles.manifest), 'utf8').catch(() => '')
  const before = parseManifest(text)?.files.map(({ path }) => path) ?? []
  const stale = before.filter((path) => !files.includes(path) && /^\w[\w.-]*$/.test(path))
  for (const path of stale) await rm(join(directory, path), { force: true })
}

const unwritable = (
  path: string,
  cause: unknown,
  key: FolderKey = 'KRR_REPORT_DIR',
): ConfigurationError => {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  return new ConfigurationError(
    [
      `${key} must be a directory that can be written, but ${path} cannot be (${code}); ` +
        `${code === 'ENOSPC' ? 'make room on its disk' : 'make it writable'} or set ${key} to another path, in the environment or in .env`,
    ],
    { cause },
  )
}
