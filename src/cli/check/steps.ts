import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from '../../browser/find-browser.ts'
import { childEnvironment } from '../../config/child-environment.ts'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { loadConfiguration } from '../../config/load.ts'
import { isJsonObject } from '../../evidence/json.ts'

/** One part of the project's own check: a script that node runs. */
export interface Step {
  /** As `--only` takes it. */
  readonly name: string
  /** What it looks at, in a few words. */
  readonly title: string
  /** Arguments of node: a script's path, and the script's own. */
  readonly command: readonly string[]
  /** Cheap, and run beside the other ones of its kind; the rest wants the machine for itself. */
  readonly isStatic: boolean
  /** What the table shows of the output. A step that must show it fails without it, whatever its exit code. */
  readonly figures?: { readonly pattern: RegExp; readonly isRequired: boolean }
  /** Lines of the output that stand below the table though the step has passed. */
  readonly notes?: RegExp
  /** Makes ready what the step needs; it fails with the message of what this throws. */
  readonly prepare?: (onProgress: (line: string) => void) => Promise<void>
}

/** What became of a step. */
export interface StepResult {
  readonly name: string
  readonly result: 'passed' | 'failed' | 'not run'
  readonly durationMs: number
  /** The figures of its output, empty where it has none. */
  readonly figures: string
  /** Lines that stand below the table. */
  readonly notes: readonly string[]
  /** Standard output and standard error as they came. */
  readonly output: string
}

/**
 * The parts of the check, in the order of its table: what is cheap first, then what needs the machine alone.
 * @throws ConfigurationError where a tool is not installed
 */
export const stepsOf = (root: string): readonly Step[] => [
  {
    name: 'biome',
    title: 'format and lint',
    command: [programOf(root, '@biomejs/biome', 'biome'), 'check', '.'],
    isStatic: true,
    figures: { pattern: /^Checked (\d+ files)/m, isRequired: true },
  },
  {
    name: 'types',
    title: 'types',
    command: [programOf(root, 'typescript', 'tsc'), '--noEmit'],
    isStatic: true,
  },
  {
    name: 'generated',
    title: 'generated files in step',
    command: [join(root, 'bin', 'krr.mjs'), 'spec', 'generate', '--check'],
    isStatic: true,
  },
  {
    name: 'boundaries',
    title: 'imports between folders',
    command: [
      programOf(root, 'dependency-cruiser', 'depcruise'),
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long'],
      ...['src', 'bin', 'generated', 'vitest.config.ts', 'vitest.unit.config.ts'],
    ],
    isStatic: true,
    figures: { pattern: /\((\d+ modules, \d+ dependencies) cruised\)/, isRequired: true },
  },
  {
    name: 'unused',
    title: 'unused files, exports and dependencies',
    command: [programOf(root, 'knip', 'knip')],
    isStatic: true,
  },
  {
    name: 'unit',
    title: 'unit and browser tests',
    command: [
      programOf(root, 'vitest', 'vitest'),
      ...flakesTold,
      // Whole runs from outside take longer than all the rest: the step e2e has them.
      ...['--exclude', 'src/cli/e2e/**'],
    ],
    isStatic: false,
    figures: { pattern: /^\s*Tests\s+(\S.*?)\s*$/m, isRequired: true },
    notes: /^flaky: .*$/gm,
    prepare: async (onProgress) => {
      const { settings } = loadConfiguration({ argv: { env: 'reference' } })
      await findBrowser(settings, { onProgress })
    },
  },
  {
    name: 'e2e',
    title: 'whole runs from outside, by the command line',
    command: [programOf(root, 'vitest', 'vitest'), ...flakesTold, 'src/cli/e2e'],
    isStatic: false,
    figures: { pattern: /^\s*Tests\s+(\S.*?)\s*$/m, isRequired: true },
    notes: /^flaky: .*$/gm,
  },
  {
    name: 'defects',
    title: 'defect matrix, the part that covers every rule',
    // As `npm run defects`: more room for what is short-lived is a sixth less processor time.
    command: ['--max-semi-space-size=16', join(root, 'bin', 'krr.mjs'), 'defects', '--covering'],
    isStatic: false,
    figures: { pattern: /^(\d+ defects?: .*)$/m, isRequired: true },
  },
  {
    name: 'fuzz',
    title: 'bent answers, always the same ones, for a minute at most',
    command: [
      join(root, 'bin', 'krr.mjs'),
      ...['fuzz', '--seconds', '60', '--targets', '48', '--seed', '1130214805'],
    ],
    isStatic: false,
    figures: { pattern: /^seed \d+: (.*)$/m, isRequired: true },
  },
]

/**
 * A test that fails is tried once more, so that one moment of a busy machine throws no other result away; the check
 * names each test that needed it, because it is to be fixed.
 */
const flakesTold = [
  ...['run', '--config', 'vitest.unit.config.ts', '--retry', '1'],
  ...['--reporter', 'dot', '--reporter', './src/cli/check/flaky-tests.ts'],
]

/** The script behind a package's command: run by node itself, it needs no shell on any system. */
const programOf = (root: string, dependency: string, command: string): string => {
  const folder = join(root, 'node_modules', dependency)
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const bin = isJsonObject(manifest) ? manifest['bin'] : undefined
    const script = isJsonObject(bin) ? bin[command] : undefined
    if (typeof script === 'string') return join(folder, script)
  } catch {
    // Not installed: told below.
  }
  throw new ConfigurationError([
    `the check needs ${dependency}, which is not installed: run npm ci`,
  ])
}

/** Where and how long a step runs. */
interface StepContext {
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
    notes: step.notes === undefined ? [] : (output.match(step.notes) ?? []),
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
  ...['KRR_CANARIES', 'KRR_E2E', 'KRR_HOSTILE', 'KRR_IN_TOTO', 'KRR_KILL_AT', 'KRR_MOMENTS'],
  ...['KRR_PATIENCE', 'KRR_RESETS', 'KRR_SEVERAL_HOSTS'],
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
    ...results.flatMap(({ notes }) => notes.map((note) => `  ${note}`)),
    ...(failed.length === 0
      ? []
      : ['', `See it again: npm run check -- --only ${failed.map(({ name }) => name).join(',')}`]),
    '',
    `${results.length - failed.length} passed, ${failed.length} failed`,
  ]
}

const seconds = (durationMs: number): string => `${(durationMs / 1000).toFixed(1)} s`
