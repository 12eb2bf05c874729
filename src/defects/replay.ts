import type { RunSettings } from '../config/environment.ts'
import type { ConformanceReport } from '../report/model.ts'
import { startConformanceRun } from '../run/conformance-run.ts'
import { type ReplayOutcome, replayOutcome } from '../run/replay-outcome.ts'
import type { Suites } from '../run/run-suites.ts'
import type { Starting } from '../run/start-environments.ts'
import type { Experiment, Round } from './experiment.ts'
import type { Row } from './row.ts'

/** What replays are made with: the same suites and people as the rows' own runs. */
export interface ReplayBench {
  readonly suites: Suites
  readonly settings: RunSettings
  readonly unmodified: Round
  readonly start: (name: string, round: Round) => Starting['started']
}

/** A row with what it is made of. */
export interface JudgedRow {
  readonly row: Row
  readonly experiment: Experiment
  readonly report: ConformanceReport
}

/** Replays what was found of defects; gives their rows with what became of that. */
export type Replays = (judged: readonly JudgedRow[]) => Promise<readonly Row[]>

/** So many replays share one run, each on a server of its own; they are light, and begin at once. */
const replaysPerRun = 32

/**
 * Each finding of a defect that was detected is judged anew, alone, on a server of its own: on the defect's it must
 * show again, and on the unmodified one it must be fixed. There each finding is replayed once, whichever defects have
 * it, for the server is the same.
 */
export const openReplays = (bench: ReplayBench): Replays => {
  const cleared = new Map<string, ReplayOutcome>()
  let made = 0
  // Never the same one twice: a defect may leave a journal behind, which is nobody else's.
  const nextName = (): string => {
    made += 1
    return `REPLAY-${made}`
  }

  const inOwnPlace = async ({ experiment, row, report }: JudgedRow): Promise<Row> => {
    const [first] = experiment.rounds
    const outcomes: Outcomes[] = []
    for (const finding of findingsOf(report)) {
      const again = (round: Round) => replayAll([{ name: experiment.id, finding, round }], bench)
      const [[withDefect], [without]] = [await again(lastRound(experiment)), await again(first)]
      outcomes.push({ finding, withDefect, without })
    }
    return withReplays(row, outcomes)
  }

  const besideEachOther = async (judged: readonly JudgedRow[]): Promise<readonly Row[]> => {
    const found = judged.map((own) => ({ ...own, findings: findingsOf(own.report) }))
    const uncleared = new Set(found.flatMap(({ findings }) => findings))
    for (const finding of cleared.keys()) uncleared.delete(finding)
    const planned = [
      ...found.flatMap(({ experiment, findings }) =>
        findings.map((finding) => ({ finding, round: lastRound(experiment) })),
      ),
      ...[...uncleared].map((finding) => ({ finding, round: bench.unmodified })),
    ].map((one) => ({ ...one, name: nextName() }))
    const outcomes = await replayAll(planned, bench)
    const again = outcomes.splice(0, outcomes.length - uncleared.size)
    for (const finding of uncleared) cleared.set(finding, outcomes.shift() ?? notMade)
    return found.map(({ row, findings }) =>
      withReplays(
        row,
        findings.map((finding) => ({
          finding,
          withDefect: again.shift(),
          without: cleared.get(finding),
        })),
      ),
    )
  }

  return async (judged) => {
    const isReplayed = ({ row }: JudgedRow) => row.outcome === 'detected'
    const defects = judged.filter(isReplayed)
    const isInOwnPlace = ({ experiment }: JudgedRow) => experiment.rounds.length > 1
    const replayed = [...(await besideEachOther(defects.filter((one) => !isInOwnPlace(one))))]
    // What shows since the run before is compared with that run's memory, which goes by name and address.
    for (const one of defects.filter(isInOwnPlace)) replayed.push(await inOwnPlace(one))
    return judged.map(({ row }) => replayed.find(({ id }) => id === row.id) ?? row)
  }
}

const lastRound = ({ rounds: [first, ...further] }: Experiment): Round => further.at(-1) ?? first

/** The names of all that a report has found, of whatever level. */
const findingsOf = ({ rules }: ConformanceReport): readonly string[] => [
  ...new Set(rules.flatMap(({ observations }) => observations.flatMap(({ name }) => name ?? []))),
]

interface Outcomes {
  readonly finding: string
  readonly withDefect: ReplayOutcome | undefined
  readonly without: ReplayOutcome | undefined
}

const notMade: ReplayOutcome = { kind: 'broken', reason: 'no report' }

const withReplays = (row: Row, outcomes: readonly Outcomes[]): Row => {
  const unreproduced = outcomes.flatMap(({ finding, withDefect }) =>
    unless('still deviating', withDefect, `${finding} with the defect`),
  )
  const unfixed = outcomes.flatMap(({ finding, without }) =>
    unless('fixed', without, `${finding} without it`),
  )
  const otherwise = [...unreproduced, ...unfixed]
  return {
    ...row,
    outcome: otherwise.length > 0 ? 'not-replayed' : row.outcome,
    replays: {
      findings: outcomes.length,
      reproduced: outcomes.length - unreproduced.length,
      fixed: outcomes.length - unfixed.length,
      otherwise,
    },
  }
}

const unless = (
  must: ReplayOutcome['kind'],
  outcome: ReplayOutcome = notMade,
  what: string,
): readonly string[] => {
  if (outcome.kind === must) return []
  const because = 'reason' in outcome ? ` (${outcome.reason})` : ''
  return [`${what}: ${outcome.kind}${because}`]
}

interface PlannedReplay {
  /** Of the environment; no two of one run have the same. */
  readonly name: string
  readonly finding: string
  readonly round: Round
}

/** Makes replays, so many at a time; gives what each said, in their order. */
const replayAll = async (
  planned: readonly PlannedReplay[],
  bench: ReplayBench,
): Promise<ReplayOutcome[]> => {
  const outcomes: ReplayOutcome[] = []
  for (let at = 0; at < planned.length; at += replaysPerRun)
    outcomes.push(...(await replayTogether(planned.slice(at, at + replaysPerRun), bench)))
  return outcomes
}

const replayTogether = async (
  planned: readonly PlannedReplay[],
  { suites, settings, start }: ReplayBench,
): Promise<readonly ReplayOutcome[]> => {
  const run = startConformanceRun({
    settings,
    isFull: false,
    starting: planned.map(({ name, finding, round }) => ({
      name,
      started: start(name, round),
      only: finding,
    })),
  })
  try {
    const { reports, broken } = await suites.run(run, 'partial')
    return planned.map(({ name }) => {
      const report = reports.find(({ target }) => target.environment === name)
      if (report !== undefined) return replayOutcome(report)
      return { kind: 'broken', reason: broken ?? 'no report' }
    })
  } finally {
    await run.close()
  }
}
