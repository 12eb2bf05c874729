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

  constructor(message: string, options: { verdict?: Unavailability; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.verdict = options.verdict ?? 'inconclusive'
  }
}
