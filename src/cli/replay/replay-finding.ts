import type { LoadedConfiguration } from '../../config/load.ts'
import type { Operator } from '../../login/operator/operator.ts'
import type { ConformanceReport } from '../../report/model.ts'
import { startConformanceRun } from '../../run/conformance-run.ts'
import type { EnvironmentFailure } from '../../run/environment-failure.ts'
import { startEnvironments } from '../../run/start-environments.ts'
import type { Progress } from '../progress.ts'

/** How a replay ended: a report of the one judgement, or why there is none. */
export interface ReplayEnd {
  readonly report: ConformanceReport | undefined
  readonly failures: readonly EnvironmentFailure[]
  readonly broken: string | undefined
  readonly isInterrupted: boolean
}

/**
 * Judges one finding anew by the shipped way: the same suites, journal and masking, told to judge that one place.
 * Evidence is gathered when it is first asked for, so that nothing else is sent.
 */
export const replayFinding = async (
  configuration: LoadedConfiguration,
  name: string,
  progress: Progress,
  operator: Operator,
): Promise<ReplayEnd> => {
  const starting = startEnvironments(configuration, { onProgress: progress.say, operator })
  const run = startConformanceRun({
    settings: configuration.settings,
    isFull: false,
    starting: starting.map((one) => ({ ...one, only: name })),
    onProgress: progress.say,
    operator,
  })
  try {
    const { openSuites } = await import('../../run/run-suites.ts')
    const suites = await openSuites()
    const { reports, failures, broken, ending } = await suites
      .run(run, 'partial')
      .finally(() => suites.close())
    return { report: reports[0], failures, broken, isInterrupted: ending !== undefined }
  } finally {
    progress.clear()
    await run.close()
  }
}
