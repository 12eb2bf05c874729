import type { RunSettings } from '../config/environment.ts'
import type { ConformanceReport } from '../report/model.ts'
import { startConformanceRun } from '../run/conformance-run.ts'
import { type ReplayOutcome, replayOutcome } from '../run/replay-outcome.ts'
import type { Suites } from '../run/run-suites.ts'
import type { Starting } from '../run/start-environments.ts'
import type { Experiment, Round } from './experiment.ts'
import type { Row } from './row.ts'

/** What replays are made with: the same suites and people as the row's own run. */
export interface ReplayBench {
  readonly suites: Suites
  readonly settings: RunSettings
  readonly unmodified: Round
  readonly start: (name: string, round: Round) => Starting['started']
}

/** So many findings share one run, each on two servers of its own. */
const findingsPerRun = 4

/**
 * The row of a defect that was caught, with what became of replays: each MUST finding is judged anew on the defect's
 * server, where it must show again, and on the unmodified one, where it must be fixed.
 */
export const withReplays = async (
  row: Row,
  { experiment, report }: { readonly experiment: Experiment; readonly report: ConformanceReport },
  bench: ReplayBench,
): Promise<Row> => {
  const [round, ...further] = experiment.rounds
  // What shows since the run before alone takes two runs, and a replay is one.
  if (row.outcome !== 'detected' || further.length > 0) return row
  const names = mustFindings(report)
  const unreplayed: string[] = []
  for (let at = 0; at < names.length; at += findingsPerRun) {
    unreplayed.push(...(await replayOnBoth(names.slice(at, at + findingsPerRun), round, bench)))
  }
  return {
    ...row,
    outcome: unreplayed.length > 0 ? 'not-replayed' : row.outcome,
    replayed: names.length,
    unreplayed,
  }
}

const mustFindings = ({ rules }: ConformanceReport): readonly string[] => [
  ...new Set(
    rules.flatMap(({ level: own, observations }) =>
      observations.flatMap(({ verdict, level = own, name }) =>
        verdict === 'failed' && level === 'MUST' && name !== undefined ? [name] : [],
      ),
    ),
  ),
]

/** The findings of which a replay said something else than it must, with what it said. */
const replayOnBoth = async (
  names: readonly string[],
  round: Round,
  { suites, settings, unmodified, start }: ReplayBench,
): Promise<readonly string[]> => {
  const planned = names.flatMap((finding, at) => [
    { finding, name: `DEFECT-${at}`, where: 'with the defect', round, must: 'still deviating' },
    { finding, name: `CLEAN-${at}`, where: 'without it', round: unmodified, must: 'fixed' },
  ])
  const run = startConformanceRun({
    settings,
    isFull: false,
    starting: planned.map((one) => ({
      name: one.name,
      started: start(one.name, one.round),
      only: one.finding,
    })),
  })
  try {
    const { reports } = await suites.run(run, 'partial')
    return planned.flatMap(({ finding, name, where, must }) => {
      const report = reports.find(({ target }) => target.environment === name)
      const outcome: ReplayOutcome =
        report === undefined ? { kind: 'broken', reason: 'no report' } : replayOutcome(report)
      if (outcome.kind === must) return []
      const because = 'reason' in outcome ? ` (${outcome.reason})` : ''
      return [`${finding} ${where}: ${outcome.kind}${because}`]
    })
  } finally {
    await run.close()
  }
}
