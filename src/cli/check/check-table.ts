import type { StepResult } from './step.ts'

/** One line of progress: `passed  types  6.2 s`. */
export const progressLine = ({ name, result, durationMs, figures }: StepResult): string =>
  [result.padEnd(7), name.padEnd(10), seconds(durationMs).padStart(8), figures].join('  ').trimEnd()

/** What a person reads at the end: the output of what failed, all steps, what to run again, and the count. */
export const checkLines = (results: readonly StepResult[]): readonly string[] => {
  const failed = results.filter(({ result }) => result !== 'passed')
  return [
    ...failed.flatMap(({ name, output }) =>
      output.trim() === '' ? [] : ['', `--- ${name} ---`, output.trim()],
    ),
    '',
    ...results.map(progressLine),
    ...(failed.length === 0
      ? []
      : ['', `See it again: npm run check -- --only ${failed.map(({ name }) => name).join(',')}`]),
    '',
    `${results.length - failed.length} passed, ${failed.length} failed`,
  ]
}

const seconds = (durationMs: number): string => `${(durationMs / 1000).toFixed(1)} s`
