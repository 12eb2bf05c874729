import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigurationError } from '../config/configuration-error.ts'
import { completeEmbedded } from '../config/embedded.ts'
import type { RunSettings } from '../config/environment.ts'
import { loadConfiguration } from '../config/load.ts'
import { createShared } from '../reference/start.ts'
import type { ConformanceReport } from '../report/model.ts'
import { startConformanceRun } from '../run/conformance-run.ts'
import { failureLines } from '../run/environment-report.ts'
import { openSuites } from '../run/run-suites.ts'
import { type Experiment, onReference, type Round, type Started } from './experiment.ts'
import { type Readings, readingsOf } from './readings.ts'
import { type JudgedRow, openReplays } from './replay.ts'
import { type CausesOf, causesOfRow, isExpected, type Row } from './row.ts'

/**
 * So many experiments share one run of the suites: each has an environment of its own. They all begin at once, and with
 * many more the servers, which share one thread, do not answer within the time limits.
 */
const experimentsPerRun = 7

export interface MatrixOptions {
  /** The control comes first: what the rules read on it is what a defect must change. */
  readonly experiments: readonly Experiment[]
  /** Whether each finding of a defect that was detected is replayed, with the defect and without. */
  readonly replays?: boolean
  /** Whether each server has its login at several hosts, as ID-porten has. */
  readonly hasSeveralHosts?: boolean
  /** How a report tells causes, where the rows are to count them: the report is what is measured, and is not used here. */
  readonly causesOf?: CausesOf
  /** Hears of each row, with the report that it is made of. */
  readonly onRow?: (row: Row, report: ConformanceReport) => Promise<void> | void
}

/**
 * Runs the shipped suites once for each experiment, or once for each of its rounds. The login is headless: the
 * browser is no part of what the rules judge.
 */
export const runMatrix = async ({
  experiments,
  replays = false,
  hasSeveralHosts = false,
  causesOf,
  onRow,
}: MatrixOptions): Promise<readonly Row[]> => {
  const stateDir = await mkdtemp(join(scratchFolder(), 'krr-defects-'))
  const { overrides, settings } = headlessReference(stateDir)
  const shared = { ...(await createShared()), hasSeveralHosts }
  const suites = await openSuites()
  const start = async (
    name: string,
    round: Round,
    onStarted: (server: Started) => void = () => {},
  ) => {
    const server = await round(shared)
    onStarted(server)
    const environment = completeEmbedded(overrides, server.configured)
    const { expiry, stop } = server
    return { environment: { ...environment, name }, expiry, stop }
  }
  const replay = openReplays({ suites, settings, unmodified: onReference(() => ({})), start })
  const rows: Row[] = []
  const earlier = new Map<string, Judged>()
  let control: Readings | undefined
  try {
    for (const batch of batches(experiments)) {
      const servers = new Map<string, Started>()
      const ready: JudgedRow[] = []
      const run = startConformanceRun({
        settings,
        isFull: true,
        starting: batch.map(({ experiment: { id }, round }) => ({
          name: id,
          started: start(id, round, (server) => servers.set(id, server)),
        })),
      })
      try {
        const { reports, failures, broken } = await suites.run(run)
        const [failure] = failures.flatMap(failureLines)
        if (broken !== undefined || failure !== undefined)
          throw new MatrixError(broken ?? failure ?? '')
        for (const { experiment, isLast } of batch) {
          const report = reports.find(({ target }) => target.environment === experiment.id)
          if (report === undefined) throw new MatrixError(`no report of ${experiment.id}`)
          if (experiment.kind === 'control') control = readingsOf(report)
          const isReached = servers.get(experiment.id)?.isReached() ?? false
          const { judge, judgeEarlier = judge } = experiment
          const judgedRow = (isLast ? judge : judgeEarlier)(report, {
            isReached,
            control: control ?? new Map(),
          })
          const causes = causesOf && causesOfRow(experiment, causesOf(report))
          const row = { ...judgedRow, ...(causes === undefined ? {} : { causes }) }
          const judged = earlier.get(experiment.id) ?? { row, report }
          if (!isLast && !isExpected(row)) earlier.set(experiment.id, judged)
          if (isLast) ready.push({ ...judged, experiment })
        }
      } finally {
        await run.close()
      }
      const done = replays ? await replay(ready) : ready.map(({ row }) => row)
      for (const [at, row] of done.entries()) {
        const report = ready[at]?.report
        rows.push(row)
        if (report !== undefined) await onRow?.(row, report)
      }
    }
    return rows
  } finally {
    await suites.close()
    await rm(stateDir, { recursive: true, force: true })
  }
}

interface Judged {
  readonly row: Row
  readonly report: ConformanceReport
}

interface Planned {
  readonly experiment: Experiment
  readonly round: Round
  readonly isLast: boolean
}

/** Earlier rounds come first, so that no two rounds of an experiment share a run. */
const batches = (experiments: readonly Experiment[]): readonly (readonly Planned[])[] => {
  const most = Math.max(...experiments.map(({ rounds }) => rounds.length))
  return Array.from({ length: most }, (_, at) => most - 1 - at).flatMap((fromLast) => {
    const planned = experiments.flatMap((experiment) => {
      const round = experiment.rounds.at(-1 - fromLast)
      return round === undefined ? [] : [{ experiment, round, isLast: fromLast === 0 }]
    })
    return Array.from({ length: Math.ceil(planned.length / experimentsPerRun) }, (_, at) =>
      planned.slice(at * experimentsPerRun, (at + 1) * experimentsPerRun),
    )
  })
}

/** In memory where there is such a folder: these journals need not outlive a power failure, and syncing takes long. */
const scratchFolder = (): string => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir())

/** The embedded environment with a headless login, whatever the user's own settings say. */
const headlessReference = (stateDir: string) => {
  const { environments, settings } = loadConfiguration({
    env: {
      KRR_ENV: 'reference',
      KRR_REFERENCE_LOGIN: 'headless',
      // Time passes at once there: long enough for whoever accepts an expired token to be asked again.
      KRR_REFERENCE_EXPIRY_WAIT_SECONDS: '120',
    },
    argv: {},
  })
  const [reference] = environments
  if (reference?.kind !== 'embedded')
    throw new ConfigurationError(['the reference environment cannot be used'])
  const own: RunSettings = { ...settings, stateDir }
  return { overrides: reference.overrides, settings: own }
}

/** The matrix could not be made: a fault of the harness, not of a defect. */
class MatrixError extends Error {
  override readonly name = 'MatrixError'
  readonly code = 'MATRIX'
}
