/**
 * The user's input cannot be used. Each problem is one line for people: the key, path or argument, the
 * accepted form, what it is (never a secret's value) and where to set it.
 */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
  readonly code = 'CONFIGURATION'
  readonly problems: readonly [string, ...string[]]

  constructor(problems: readonly [string, ...string[]], options: { cause?: unknown } = {}) {
    super(problems.join('\n'), options)
    this.problems = problems
  }
}
