import { spawn } from 'node:child_process'
import { childEnvironment } from '../../config/child-environment.ts'
import type { Step, StepResult } from './step.ts'

/** Where and how long a step runs. */
export interface StepContext {
  readonly root: string
  /** Ends the step: it has failed then. */
  readonly signal: AbortSignal
  readonly onProgress: (line: string) => void
}

/** Runs one step to its end. It never throws: whatever happens is its result. */
export const runStep = async (step: Step, context: StepContext): Promise<StepResult> => {
  const { name } = step
  const began = performance.now()
  const ended = (result: StepResult['result'], output: string): StepResult => ({
    name,
    result,
    durationMs: Math.round(performance.now() - began),
    figures: step.figures?.pattern.exec(output)?.[1] ?? '',
    output,
  })
  if (context.signal.aborted) return ended('not run', '')
  try {
    await step.prepare?.(context.onProgress)
  } catch (error) {
    return ended('failed', error instanceof Error ? error.message : String(error))
  }
  const { succeeded, output } = await outcomeOf(step.command, context)
  const outcome = ended(succeeded ? 'passed' : 'failed', output)
  if (!succeeded || outcome.figures !== '' || step.figures?.isRequired !== true) return outcome
  // A tool that looked at nothing ends as well as one that found nothing.
  return { ...outcome, result: 'failed', output: `${output}\n${name} ended without its figures` }
}

/** What the project's own tests are told by (CONTRIBUTING.md). */
const ofTheTests = [
  ...['NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'VITEST_MAX_WORKERS', 'KRR_BROWSER_PATH'],
  ...['KRR_CANARIES', 'KRR_IN_TOTO', 'KRR_KILL_AT', 'KRR_RESETS'],
  ...['KRR_OP_PICTURES', 'KRR_REPORT_PICTURES'],
]

const outcomeOf = (
  command: readonly string[],
  { root, signal }: StepContext,
): Promise<{ readonly succeeded: boolean; readonly output: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [...command], {
      cwd: root,
      // Figures are read from the output, so that it must be plain.
      env: { ...childEnvironment(process.env, ofTheTests), NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    child.on('error', (error) => {
      output += `\n${error.message}`
    })
    child.on('close', (code) => resolve({ succeeded: code === 0, output }))
  })
