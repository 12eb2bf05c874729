import type { ConformanceReport, MatrixFigures } from './model.ts'

const named: Readonly<Record<string, string>> = {
  control: 'the unmodified server',
  defect: 'defects',
  schema: 'defects made from the schema',
  variant: 'conforming variants',
  'dumb-server': 'dumb servers',
}

/** How far to trust this harness, by what its defect matrix found when it was last recorded. */
export const trustSentence = ({ harness, run, rules }: ConformanceReport): string => {
  const matrix = harness?.matrix
  if (matrix === undefined) return 'No defect matrix was recorded for this harness.'
  const total = Object.values(matrix.rows).flatMap(Object.values).reduce(sum, 0)
  const unproven = rules.map(({ id }) => id).filter((id) => !matrix.proven.includes(id))
  return [
    `Defect matrix of ${matrix.recorded}: ${matrix.expected} of ${total} servers judged as they must be (${kindsOf(matrix)}).`,
    unproven.length === 0
      ? `All ${rules.length} rules were seen to trip.`
      : `${rules.length - unproven.length} of ${rules.length} rules were seen to trip, not ${unproven.join(', ')}.`,
    ...replayed(matrix),
    ...otherHarness(matrix, run),
    'Where this proof is thin stands in docs/weak.md.',
  ].join(' ')
}

const sum = (one: number, other: number): number => one + other

const kindsOf = ({ rows }: MatrixFigures): string =>
  Object.entries(rows)
    .filter(([kind]) => kind !== 'control')
    .map(([kind, counts]) => `${Object.values(counts).reduce(sum, 0)} ${named[kind] ?? kind}`)
    .join(', ')

const replayed = ({ replays }: MatrixFigures): readonly string[] =>
  replays === undefined
    ? []
    : [
        `Of ${replays.findings} findings replayed, ${replays.reproduced} showed again with the defect and ${replays.fixed} were fixed without it.`,
      ]

/** What was proven need not hold for another version. */
const otherHarness = (
  { harnessVersion, ruleSet }: MatrixFigures,
  run: ConformanceReport['run'],
): readonly string[] =>
  harnessVersion === run.harnessVersion && ruleSet === run.ruleSet
    ? []
    : [
        `It was recorded for version ${harnessVersion}, rule set ${ruleSet}, and not for this one (${run.harnessVersion}, ${run.ruleSet}).`,
      ]
