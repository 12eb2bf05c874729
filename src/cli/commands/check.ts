import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { projectFolder } from '../../contract/project-folder.ts'
import { exitCodes } from '../../report/exit-code.ts'
import { onSignals } from '../../run/ending.ts'
import {
  checkLines,
  progressLine,
  runStep,
  type Step,
  type StepResult,
  stepsOf,
} from '../check/steps.ts'
import type { Command, Terminal } from '../command.ts'
import { progressOn } from '../progress.ts'

const help = `Usage: npm run check -- [options]

Runs the project's own tests: the static checks beside each other, then unit and browser tests, then the defect
matrix and a minute of fuzzing. Shows the output of what failed.

Options
  --only <steps>  comma-separated, of: biome, types, generated, boundaries, unused, unit, e2e, defects, fuzz
  -h, --help      this text

Exit codes: 0 everything passed, 1 something failed, 2 usage.`

/** The project's own tests: `npm run check`. */
export const checkCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: { only: { type: 'string' } } })
    const root = projectFolder()
    const results = await runSteps(selected(stepsOf(root), values.only), root, terminal)
    for (const line of checkLines(results)) terminal.out(line)
    return results.every(({ result }) => result === 'passed')
      ? exitCodes.conformant
      : exitCodes.deviating
  },
}

/** Runs the static steps beside each other, and after them each other one alone. */
export const runSteps = async (
  steps: readonly Step[],
  root: string,
  terminal: Terminal,
): Promise<readonly StepResult[]> => {
  const interruption = new AbortController()
  const release = onSignals(() => interruption.abort())
  const progress = progressOn(terminal)
  const results = new Map<Step, StepResult>()
  const run = async (step: Step): Promise<void> => {
    if (terminal.interactive) progress.say(`${step.name}: ${step.title}`)
    const { signal } = interruption
    const result = await runStep(step, { root, signal, onProgress: progress.say })
    progress.clear()
    terminal.err(progressLine(result))
    results.set(step, result)
  }
  try {
    await Promise.all(steps.filter(({ isStatic }) => isStatic).map(run))
    for (const step of steps) if (!step.isStatic) await run(step)
  } finally {
    release()
  }
  return steps.flatMap((step) => results.get(step) ?? [])
}

/** @throws ConfigurationError where a name is none of the steps' */
const selected = (steps: readonly Step[], only: string | undefined): readonly Step[] => {
  if (only === undefined) return steps
  const names = only.split(',').map((name) => name.trim())
  const unknown = names.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0) {
    throw new ConfigurationError([
      `--only must be of ${steps.map(({ name }) => name).join(', ')}, but has "${unknown.join(', ')}"`,
    ])
  }
  return steps.filter(({ name }) => names.includes(name))
}
