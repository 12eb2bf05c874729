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
      const again = async (round: Round) =>
        (await replayAll([{ name: experiment.id, finding, round }], bench)).get(experiment.id)
      const withDefect = await again(lastRound(experiment))
      outcomes.push({ finding, withDefect, without: await again(first) })
    }
    return withReplays(row, outcomes)
  }

  const besideEachOther = async (judged: readonly JudgedRow[]): Promise<readonly Row[]> => {
    const planned = judged.map(({ row, experiment, report }) => ({
      row,
      replays: findingsOf(report).map((finding) => ({
        name: nextName(),
        finding,
        round: lastRound(experiment),
      })),
    }))
    const withDefect = planned.flatMap(({ replays }) => replays)
    const without = [...new Set(withDefect.map(({ finding }) => finding))]
      .filter((finding) => !cleared.has(finding))
      .map((finding) => ({ name: nextName(), finding, round: bench.unmodified }))
    const outcomes = await replayAll([...withDefect, ...without], bench)
    for (const { name, finding } of without) cleared.set(finding, outcomes.get(name) ?? notMade)
    return planned.map(({ row, replays }) =>
      withReplays(
        row,
        replays.map(({ name, finding }) => ({
          finding,
          withDefect: outcomes.get(name),
          without: cleared.get(finding),
        })),
      ),
    )
  }

  return async (judged) => {
    // What is found with fewer scopes is named by places of its own, which the unmodified server does not have.
    const isReplayed = ({ row, experiment }: JudgedRow) =>
      row.outcome === 'detected' && experiment.scopes === undefined
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

/** Makes replays, so many at a time; gives what each said, by its name. */
const replayAll = async (
  planned: readonly PlannedReplay[],
  bench: ReplayBench,
): Promise<ReadonlyMap<string, ReplayOutcome>> => {
  const outcomes = new Map<string, ReplayOutcome>()
  for (let at = 0; at < planned.length; at += replaysPerRun)
    for (const [name, outcome] of await replayTogether(
      planned.slice(at, at + replaysPerRun),
      bench,
    ))
      outcomes.set(name, outcome)
  return outcomes
}

const replayTogether = async (
  planned: readonly PlannedReplay[],
  { suites, settings, start }: ReplayBench,
): Promise<readonly (readonly [name: string, outcome: ReplayOutcome])[]> => {
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
      if (report !== undefined) return [name, replayOutcome(report)]
      return [name, { kind: 'broken', reason: broken ?? 'no report' }]
    })
  } finally {
    await run.close()
  }
}
