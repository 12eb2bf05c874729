/** Why something could not be judged: each is a verdict of its own, never a deviation. */
export type Unavailability = 'inconclusive' | 'not-applicable' | 'not-exercised'

/**
 * There is no evidence to judge. The message is shown to people: it says what is missing and why,
 * without a secret or a personal value.
 */
export class EvidenceUnavailableError extends Error {
  override readonly name = 'EvidenceUnavailableError'
  readonly code = 'EVIDENCE_UNAVAILABLE'
  readonly verdict: Unavailability
  /** The settings declare that it does not apply: the client is not registered for the scopes. */
  readonly isDeclared: boolean

  constructor(
    message: string,
    options: { verdict?: Unavailability; isDeclared?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.verdict = options.verdict ?? 'inconclusive'
    this.isDeclared = options.isDeclared ?? false
  }
}
