import { join, relative } from 'node:path'
import type { LoadedConfiguration } from '../config/load.ts'
import { loadKnown } from '../gate/known/load-known.ts'
import { verdictLines } from '../report/console.ts'
import { type ExitCode, exitCodes, reportExitCode, worstExitCode } from '../report/exit-code.ts'
import { writeIndex } from '../report/history/write-index.ts'
import type { ConformanceReport } from '../report/model.ts'
import { ruleLines } from '../report/rule-lines.ts'
import { openSigner } from '../report/seal/signer.ts'
import { paintFor } from '../report/terminal-text.ts'
import type { Language } from '../report/words/language.ts'
import { writeReport } from '../report/write.ts'
import { type FormatName, formats, writers, writtenAs } from '../report/writers/index.ts'
import { endingWords } from './ending.ts'
import { type EnvironmentFailure, environmentFailure, failureLines } from './environment-report.ts'
import type { RunEnd } from './reporter.ts'
import { pictureFile, type Screenshot } from './screenshots.ts'

/** What a run leaves beside what it always writes. */
export interface ConcludeOptions {
  readonly screenshots?: readonly Screenshot[]
  /** Further forms of each report. */
  readonly formats?: readonly FormatName[]
  /** Hears of each report once it is written. */
  readonly onWritten?: (report: ConformanceReport) => Promise<void>
}

/** Where the end of a run is told. */
interface Listener {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  readonly columns: number
  /** Whether each rule's verdict is told too. */
  readonly verbose?: boolean
}

/**
 * Writes the reports, tells the verdicts, and gives the run's exit code. A report that cannot be written stops no
 * other.
 */
export const concludeRun = async (
  { reports: found, failures, broken, ending }: RunEnd,
  configuration: LoadedConfiguration,
  listener: Listener,
  { screenshots = [], formats: chosen = [], onWritten }: ConcludeOptions = {},
): Promise<ExitCode> => {
  const { reportDir, signingJwk, language } = configuration.settings
  const reports = await withKnownDeviations(found)
  const signer = await openSigner(signingJwk)
  const unwritten: EnvironmentFailure[] = []
  const attempts = reports.map(async (report) => {
    const { environment } = report.target
    try {
      const pictures = screenshots.filter((one) => one.environment === environment).map(pictureFile)
      const further = [
        ...pictures,
        ...chosen.map((name) => [formats[name].file, writtenAs(name, report, language)] as const),
      ].filter(([file]) => !(file in writers))
      const { directory } = await writeReport(report, reportDir, { signer, further, language })
      return { report, directory, pictures: pictures.map(([file]) => join(directory, file)) }
    } catch (error) {
      unwritten.push(environmentFailure(environment, error))
      return undefined
    }
  })
  const written = (await Promise.all(attempts)).filter((one) => one !== undefined)
  const index = written.length === 0 ? undefined : await writtenIndex(reportDir, language, listener)
  for (const report of reports) await onWritten?.(report)
  const shown = reports.map((report) => {
    const own = written.find((one) => one.report === report)
    return { report, directory: own === undefined ? undefined : shownPath(own.directory) }
  })
  const look = { columns: listener.columns, paint: paintFor(process.stdout) }
  if (listener.verbose === true) {
    for (const { report } of shown) for (const line of ruleLines(report, look)) listener.out(line)
  }
  for (const line of verdictLines(shown, look)) listener.out(line)
  if (index !== undefined)
    listener.out(`    ${look.paint('soft', 'all runs')}  ${shownPath(index)}`)
  if (written.length > 0) {
    const whose = signingJwk === undefined ? ', a key made for this run' : ', KRR_SIGNING_JWK'
    listener.out(`    ${look.paint('soft', 'sealed by')} ${signer.thumbprint}${whose}`)
  }
  for (const path of written.flatMap(({ pictures }) => pictures)) {
    listener.out(`    picture   ${shownPath(path)}`)
  }
  const unusable = unusableLines(configuration)
  const failed = [...failures, ...unwritten]
  for (const line of [...unusable, ...failed.flatMap(failureLines)]) listener.err(line)
  if (broken !== undefined) listener.err(`The harness broke: ${broken}`)
  if (ending !== undefined && ending.kind !== 'broken')
    listener.err(`${sentence(endingWords(ending))}; what is not judged is inconclusive.`)
  return worstExitCode([
    ...reports.map(reportExitCode),
    ...failed.map(({ exitCode }) => exitCode),
    ...(unusable.length > 0 ? [exitCodes.usage] : []),
    ...(broken !== undefined ? [exitCodes.broken] : []),
    ...(ending !== undefined ? [exitCodes.inconclusive] : []),
  ])
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** The path of the page of all runs; where it cannot be written the reports stand all the same. */
const writtenIndex = async (
  reportDir: string,
  language: Language,
  listener: Listener,
): Promise<string | undefined> => {
  try {
    return await writeIndex(reportDir, { language, onPassedOver: listener.err })
  } catch (error) {
    listener.err(`index.html of the reports could not be written: ${String(error)}`)
    return undefined
  }
}

/** Nothing is loaded where nobody wrote an entry. */
const withKnownDeviations = async (
  reports: readonly ConformanceReport[],
): Promise<readonly ConformanceReport[]> => {
  const known = await loadKnown(process.cwd())
  if (known.length === 0) return reports
  const { withKnown } = await import('../gate/known/known-deviations.ts')
  return reports.map((report) => withKnown(report, known, new Date()))
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

/** The same, and what helps. */
export const unusableLines = (configuration: LoadedConfiguration): readonly string[] => {
  const lines = unusableEnvironments(configuration)
  const names = configuration.environments.flatMap((environment) =>
    environment.kind === 'unusable' ? [environment.name] : [],
  )
  return lines.length === 0
    ? []
    : [...lines, `next: npm run krr -- doctor --env ${names.join(',')}`]
}
