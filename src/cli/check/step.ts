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
  /** Standard output and standard error as they came. */
  readonly output: string
}
