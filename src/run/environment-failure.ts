import { ConfigurationError } from '../config/configuration-error.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import { type ExitCode, exitCodes } from '../report/exit-code.ts'
import { brokenBy } from './uncaught.ts'

/** Why one environment of a run has no report. The others have theirs. */
export interface EnvironmentFailure {
  readonly environment: string
  /** For people, one line each. */
  readonly problems: readonly [string, ...string[]]
  readonly exitCode: ExitCode
}

/** What an error at the beginning or the end of an environment's run means: whose fault it is. */
export const environmentFailure = (environment: string, error: unknown): EnvironmentFailure => {
  if (error instanceof ConfigurationError)
    return { environment, problems: error.problems, exitCode: exitCodes.usage }
  if (error instanceof EvidenceUnavailableError)
    return { environment, problems: [error.message], exitCode: exitCodes.inconclusive }
  const problem = `the harness broke: ${brokenBy(error)}`
  return { environment, problems: [problem], exitCode: exitCodes.broken }
}

/** The lines that tell of it. */
export const failureLines = ({ environment, problems }: EnvironmentFailure): readonly string[] =>
  problems.map((problem) => `${environment}: ${problem}`)
