import type { ExitCode } from '../report/exit-code.ts'

/** Where a command writes. Lines come without their line end. */
export interface Terminal {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  /** Columns of the terminal, 80 where there is none. */
  readonly columns: number
  /** Whether a person watches: progress is drawn only then. */
  readonly interactive: boolean
}

/** One command of `krr`, one file each. */
export interface Command {
  /** The whole help text of `krr <name> --help`. */
  readonly help: string
  /** The help of the one of its own commands that these arguments name. */
  readonly helpOf?: (args: readonly string[]) => Promise<string>
  /** @throws ConfigurationError with a message for the user; it becomes exit code 2 */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<ExitCode>
}

/** A command as a help lists it. What it needs is loaded only when it is run. */
export interface ListedCommand {
  readonly name: string
  /** One line for the help. */
  readonly summary: string
  readonly load: () => Promise<Command>
  /** It works on the project's own sources: the package does without it. */
  readonly needsCheckout?: true
}
