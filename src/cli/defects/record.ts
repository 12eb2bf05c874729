import { writeFile } from 'node:fs/promises'
import type { Experiment } from '../../defects/experiment.ts'
import { isExpected, kinds, outcomes, type Row, replaysOf } from '../../defects/row.ts'
import type { MatrixFigures } from '../../report/model.ts'
import { rules } from '../../rules/index.ts'
import { ruleSetVersion } from '../../rules/rule-set.ts'
import { matrixRecordPath } from '../../run/matrix-record.ts'
import { harnessVersion } from '../../run/version.ts'

/** The figures of a matrix that each report of a run carries from then on. */
export const figuresOf = (
  rows: readonly Row[],
  experiments: readonly Experiment[],
  now: Date,
): MatrixFigures => {
  // What a defect would prove it has proven only where it was seen to.
  const detected = new Set(rows.filter(({ outcome }) => outcome === 'detected').map(({ id }) => id))
  const proven = new Set(
    experiments.filter(({ id }) => detected.has(id)).flatMap(({ proves }) => proves),
  )
  const replays = replaysOf(rows)
  return {
    harnessVersion,
    ruleSet: ruleSetVersion,
    recorded: now.toISOString().slice(0, 10),
    rows: Object.fromEntries(
      kinds
        .map((kind) => [kind, countsOf(rows.filter((row) => row.kind === kind))] as const)
        .filter(([, counts]) => Object.keys(counts).length > 0),
    ),
    expected: rows.filter(isExpected).length,
    proven: rules.map(({ id }) => id).filter((id) => proven.has(id)),
    ...(replays.findings > 0 ? { replays } : {}),
  }
}

const countsOf = (rows: readonly Row[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    outcomes
      .map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length] as const)
      .filter(([, number]) => number > 0),
  )

/** Keeps the figures under version control; gives the path. */
export const recordFigures = async (figures: MatrixFigures): Promise<string> => {
  const path = matrixRecordPath()
  await writeFile(path, `${JSON.stringify(figures, null, 2)}\n`)
  return path
}
