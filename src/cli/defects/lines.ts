import { isExpected, type Kind, kinds, outcomes, type Row, replaysOf } from '../../defects/row.ts'

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
