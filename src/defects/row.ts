import type { ConformanceReport, EnvironmentVerdict, MatrixFigures } from '../report/model.ts'
import type { RuleId } from '../rules/rule.ts'
import type { Readings } from './readings.ts'

/** What an experiment starts: nothing unusual, a server with a fault, a conforming one, or one that knows nothing. */
export const kinds = ['control', 'defect', 'schema', 'variant', 'dumb-server'] as const
export type Kind = (typeof kinds)[number]

/** The outcomes that are as they must be. */
const goodOutcomes = ['detected', 'accepted', 'seen-through'] as const

export const outcomes = [
  ...goodOutcomes,
  'missed',
  'misattributed',
  'false-alarm',
  'undeserved',
  'not-reached',
  'not-replayed',
  'broken',
] as const

/**
 * What became of an experiment. A defect is `detected`, `missed` where a rule that must trip, or a reading that must
 * be reported, did not, or `misattributed` where another rule tripped. A conforming server is `accepted`, or a
 * `false-alarm`. A dumb server is `seen-through`, or a pass of it is `undeserved`. `not-reached`: no request came to
 * its seam. `not-replayed`: a replay of what was found said something else. `broken`: the harness itself failed on it.
 */
export type Outcome = (typeof outcomes)[number]

/** Whether the harness did on it what it must. */
export const isExpected = ({ outcome }: Pick<Row, 'outcome'>): boolean =>
  goodOutcomes.some((good) => good === outcome)

/** What every row says of its experiment. */
export interface RowHeader {
  readonly id: string
  readonly kind: Kind
  /** The family of a defect; what a schema, a variant or a dumb server is about. */
  readonly group: string
  readonly title: string
}

/** What became of a row's findings when each was judged anew. */
export interface RowReplays {
  /** How many there are. */
  readonly findings: number
  /** How many showed again with the defect. */
  readonly reproduced: number
  /** How many are fixed without it. */
  readonly fixed: number
  /** What a replay said that it must not have. */
  readonly otherwise: readonly string[]
}

/** One row of the matrix. */
export interface Row extends RowHeader {
  readonly outcome: Outcome
  readonly verdict: EnvironmentVerdict
  /** Rules that failed, in the order of the catalogue. */
  readonly tripped: readonly RuleId[]
  /** Rules that must have tripped and did not. */
  readonly missing: readonly RuleId[]
  /** Readings that must have been reported and were not, or that the unmodified server has too. */
  readonly unread: readonly string[]
  /** Rules that tripped and must not have. */
  readonly foreign: readonly RuleId[]
  /** MUST rules of a conforming server that could not be judged, and rules that it is there to settle. */
  readonly unsettled: readonly RuleId[]
  /** Rules that passed on a dumb server that does not deserve it. */
  readonly undeserved: readonly RuleId[]
  /** Of a defect on which a MUST rule failed: how many causes were told, and whether the first has a rule that it proves. */
  readonly causes?: { readonly groups: number; readonly isFirst: boolean }
  /** Undefined where its findings were not to be replayed. */
  readonly replays?: RowReplays
}

/** How well the causes of single faults were told; undefined where no row has any. */
export const causesTold = (rows: readonly Pick<Row, 'causes'>[]): MatrixFigures['causes'] => {
  const told = rows.flatMap(({ causes }) => causes ?? [])
  const groups = told.map((own) => own.groups).toSorted((one, other) => one - other)
  const median = groups[Math.floor(groups.length / 2)]
  return median === undefined
    ? undefined
    : { rows: told.length, first: told.filter(({ isFirst }) => isFirst).length, median }
}

/** The failed MUST rules of a report, those of one cause together, the cause to look at first in front. */
export type CausesOf = (report: ConformanceReport) => readonly (readonly RuleId[])[]

/** The causes that a report tells of a defect that trips these rules; undefined where no MUST rule of them failed. */
export const causesOfRow = (
  { kind, proves }: { readonly kind: Kind; readonly proves: readonly RuleId[] },
  causes: readonly (readonly RuleId[])[],
): Row['causes'] => {
  const [first] = causes
  if (kind !== 'defect' || !causes.flat().some((id) => proves.includes(id))) return undefined
  return { groups: causes.length, isFirst: first?.some((id) => proves.includes(id)) ?? false }
}

/** What became of the replays of several rows together; rows without a finding count for nothing. */
export const replaysOf = (
  rows: readonly Pick<Row, 'replays'>[],
): Omit<RowReplays, 'otherwise'> & { readonly rows: number } => {
  const all = rows.flatMap(({ replays }) => (replays?.findings ? [replays] : []))
  const sum = (count: 'findings' | 'reproduced' | 'fixed') =>
    all.reduce((total, replays) => total + replays[count], 0)
  return {
    rows: all.length,
    findings: sum('findings'),
    reproduced: sum('reproduced'),
    fixed: sum('fixed'),
  }
}

/** What is known beside a report when it is held against the expectation. */
export interface Facts {
  /** Whether every seam that was changed was passed. */
  readonly isReached: boolean
  /** What the rules read on the unmodified server. */
  readonly control: Readings
}

/** The row of a report as it is, before anything is expected of it. */
export const plainRow = (
  { id, kind, group, title }: RowHeader,
  report: ConformanceReport,
): Omit<Row, 'outcome'> => ({
  id,
  kind,
  group,
  title,
  verdict: report.verdict,
  tripped: idsWith(report, 'failed'),
  missing: [],
  unread: [],
  foreign: [],
  unsettled: [],
  undeserved: [],
})

/** The rules of a report with this verdict, in the order of the catalogue. */
export const idsWith = (
  { rules }: ConformanceReport,
  verdict: ConformanceReport['rules'][number]['verdict'],
): readonly RuleId[] => rules.filter((rule) => rule.verdict === verdict).map(({ id }) => id)

/** Whether the harness itself failed somewhere in the run. */
export const isBroken = ({ rules }: ConformanceReport): boolean =>
  rules.some(({ observations }) => observations.some(({ verdict }) => verdict === 'errored'))
