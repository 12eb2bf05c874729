import { relative } from 'node:path'
import type { LoadedConfiguration } from '../config/load.ts'
import { verdictLines } from '../report/console.ts'
import { type ExitCode, exitCodes, reportExitCode, worstExitCode } from '../report/exit-code.ts'
import { writeIndex } from '../report/history/write-index.ts'
import { paintFor } from '../report/terminal-text.ts'
import { writeReport } from '../report/write.ts'
import type { RunEnd } from './reporter.ts'
import { type Screenshot, writeScreenshots } from './screenshots.ts'

/** Where the end of a run is told. */
interface Listener {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  readonly columns: number
}

/**
 * Writes the reports, tells the verdicts, and gives the run's exit code.
 * @throws ConfigurationError where a report cannot be written
 */
export const concludeRun = async (
  { reports, broken, interrupted }: RunEnd,
  configuration: LoadedConfiguration,
  listener: Listener,
  screenshots: readonly Screenshot[] = [],
): Promise<ExitCode> => {
  const written = await Promise.all(
    reports.map(async (report) => {
      const { directory } = await writeReport(report, configuration.settings.reportDir)
      const own = screenshots.filter(({ environment }) => environment === report.target.environment)
      return { report, directory, pictures: await writeScreenshots(directory, own) }
    }),
  )
  await writeIndex(configuration.settings.reportDir).catch((error: unknown) =>
    listener.err(`index.html of the reports could not be written: ${String(error)}`),
  )
  const shown = written.map(({ report, directory }) => ({
    report,
    directory: shownPath(directory),
  }))
  const look = { columns: listener.columns, paint: paintFor(process.stdout) }
  for (const line of verdictLines(shown, look)) listener.out(line)
  for (const path of written.flatMap(({ pictures }) => pictures)) {
    listener.out(`    picture   ${shownPath(path)}`)
  }
  const unusable = unusableEnvironments(configuration)
  for (const line of unusable) listener.err(line)
  if (broken !== undefined) listener.err(`The harness broke: ${broken}`)
  if (interrupted) listener.err('The run was interrupted: what is not judged is inconclusive.')
  return worstExitCode([
    ...reports.map(reportExitCode),
    ...(unusable.length > 0 ? [exitCodes.usage] : []),
    ...(broken !== undefined ? [exitCodes.broken] : []),
    ...(interrupted ? [exitCodes.inconclusive] : []),
  ])
}

/** Relative to where the user stands, as long as it lies below. */
const shownPath = (path: string): string => {
  const below = relative(process.cwd(), path)
  return below.startsWith('..') ? path : below
}

/** What stops single environments, one line each; the others were judged all the same. */
export const unusableEnvironments = ({ environments }: LoadedConfiguration): readonly string[] =>
  environments.flatMap((environment) =>
    environment.kind === 'unusable'
      ? environment.problems.map((problem) => `${environment.name}: ${problem}`)
      : [],
  )
