import { ConfigurationError } from '../../config/configuration-error.ts'
import { covering } from '../../defects/covering.ts'
import type { Experiment } from '../../defects/experiment.ts'
import { experiments } from '../../defects/experiments.ts'
import {
  causesTold,
  isExpected,
  type Kind,
  kinds,
  outcomes,
  type Row,
  replaysOf,
} from '../../defects/row.ts'
import { rules } from '../../rules/index.ts'

const nouns: Readonly<Record<Kind, readonly [one: string, many: string]>> = {
  control: ['control', 'controls'],
  defect: ['defect', 'defects'],
  schema: ['schema defect', 'schema defects'],
  variant: ['conforming variant', 'conforming variants'],
  'dumb-server': ['dumb server', 'dumb servers'],
}

/** One row as progress: what came of it, and what is not as it must be. */
export const rowLine = (row: Row, done: number, total: number): string =>
  [
    `${String(done).padStart(String(total).length)}/${total} ${row.outcome.padEnd(13)} ${row.id}`,
    ...(row.kind !== 'dumb-server' && row.tripped.length > 0
      ? [`tripped ${row.tripped.join(' ')}`]
      : []),
    ...(row.replays === undefined ? [] : [`replayed ${row.replays.findings}`]),
    ...surprises(row),
  ].join('  ')

/** What was expected of a row and is otherwise, in a few words each. */
export const surprises = (row: Row): readonly string[] =>
  (
    [
      ['MISSING', row.missing],
      ['NOT READ', row.unread],
      ['FOREIGN', row.foreign],
      ['NOT JUDGED', row.unsettled],
      ['UNDESERVED', row.undeserved],
      ['NOT REPLAYED', row.replays?.otherwise ?? []],
    ] as const
  ).flatMap(([word, ids]) => (ids.length > 0 ? [`${word} ${ids.join(' ')}`] : []))

/** What must come of a row, in a sentence. */
export const expectationOf = (row: Row): string => {
  const { kind, missing, unread } = row
  switch (kind) {
    case 'control':
      return 'conformant, and no rule trips'
    case 'defect':
    case 'schema':
      if (row.outcome === 'not-replayed')
        return 'each replay shows the finding again with the defect, and is fixed without it'
      return missing.length + unread.length > 0
        ? `${[...missing.map((id) => `${id} trips`), ...unread].join(', ')}`
        : 'no rule trips but those that the defect names'
    case 'variant':
      return 'conformant, and no rule trips but those that the variant names'
    case 'dumb-server':
      return 'no rule passes that the server does not deserve, and its verdict is the one declared'
    default:
      return kind satisfies never
  }
}

/** How many of each kind came to what, one line for each kind that occurs. */
export const countLines = (rows: readonly Row[]): readonly string[] =>
  kinds.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind)
    const counts = outcomes
      .map((outcome) => [own.filter((row) => row.outcome === outcome).length, outcome] as const)
      .filter(([number]) => number > 0)
      .map(([number, outcome]) => `${number} ${outcome}`)
    const [one, many] = nouns[kind]
    return own.length === 0
      ? []
      : [`${own.length} ${own.length === 1 ? one : many}: ${counts.join(', ')}`]
  })

/** How many findings were replayed and what came of it, where any was. */
export const replayLine = (rows: readonly Row[]): readonly string[] => {
  const { rows: defects, findings, reproduced, fixed } = replaysOf(rows)
  return findings === 0
    ? []
    : [
        `${findings} findings of ${defects} defects replayed: ${reproduced} still deviating with the defect, ${fixed} fixed without it`,
      ]
}

/** How well the causes of single faults were told. */
const causeLine = (rows: readonly Row[]): readonly string[] => {
  const causes = causesTold(rows)
  if (causes === undefined) return []
  const share = ((100 * causes.first) / causes.rows).toFixed(1)
  return [
    `causes: the first names a rule that the defect violates in ${causes.first} of ${causes.rows} rows (${share} %), median of causes ${causes.median}`,
  ]
}

/** The end of a run: the figures, then each row that is not as it must be, and how to look at it. */
export const summaryLines = (
  rows: readonly Row[],
  {
    unproven,
    reportOf,
  }: {
    readonly unproven: readonly string[]
    /** Where the report of a row is kept. */
    readonly reportOf: (row: Row) => string
  },
): readonly string[] => [
  '',
  ...countLines(rows),
  ...replayLine(rows),
  ...causeLine(rows),
  ...(unproven.length > 0 ? [`rules that nothing proves: ${unproven.join(' ')}`] : []),
  ...rows
    .filter((row) => !isExpected(row))
    .flatMap((row) => [
      '',
      `${row.outcome}: ${row.id} (${row.title})`,
      `  expected    ${expectationOf(row)}`,
      `  happened    ${[`verdict ${row.verdict}`, ...surprises(row)].join('; ')}`,
      `  report      ${reportOf(row)}`,
      `  run it      npm run defects -- ${row.id}`,
    ]),
]

/** Which experiments are asked for on the command line. */
export interface Selection {
  /** Ids, or parts of them. */
  readonly patterns: readonly string[]
  /** None: every kind. */
  readonly kinds: readonly Kind[]
  readonly covering: boolean
}

/**
 * The experiments that are asked for, in the order of the catalogue, without the control.
 * @throws ConfigurationError where a pattern fits none
 */
export const selectExperiments = (selection: Selection): readonly Experiment[] => {
  const ofKind = experiments.filter(
    ({ kind }) => selection.kinds.length === 0 || selection.kinds.includes(kind),
  )
  const unknown = selection.patterns.filter(
    (pattern) => pattern.trim() === '' || !ofKind.some(({ id }) => id.includes(pattern)),
  )
  if (unknown.length > 0) {
    throw new ConfigurationError([
      `no row has "${unknown.join('", "')}" in its id; npm run defects -- --list lists them`,
    ])
  }
  const named = ofKind.filter(
    ({ id }) =>
      selection.patterns.length === 0 || selection.patterns.some((pattern) => id.includes(pattern)),
  )
  return selection.covering
    ? covering(
        named,
        rules.map(({ id }) => id),
      )
    : named
}

/** Whether the whole matrix is asked for: nothing less proves every rule. */
export const isWhole = ({ patterns, kinds, covering }: Selection): boolean =>
  patterns.length === 0 && kinds.length === 0 && !covering

/** The rules that no experiment proves. */
export const unprovenRules = (among: readonly Experiment[]): readonly string[] => {
  const proven = new Set<string>(among.flatMap(({ proves }) => proves))
  return rules.map(({ id }) => id).filter((id) => !proven.has(id))
}
