import type { Exchange, HttpRequest, HttpResponse } from './exchange.ts'
import type { Obstacle } from './obstacle.ts'

/**
 * Sends one request once and gives the response as it came; redirects are never followed. It ends within the
 * transport's own time limits, or as soon as the signal says.
 */
export type Transport = (request: HttpRequest, signal?: AbortSignal) => Promise<HttpResponse>

/**
 * Sends a request, records the exchange (masked) and gives it, raw, to the caller. Trouble on the way
 * is retried a bounded number of times.
 * @throws EvidenceUnavailableError where no judgeable response came
 */
export type Send = (label: string, request: HttpRequest) => Promise<Exchange>

const usualPatienceMs = 5_000

const turns = 10

/**
 * Calls back when nothing has come for five seconds, or as long as is said; the function that is returned calls it
 * off. It is counted in turns of the event loop: in one that took long, what had come could not be read.
 */
export const whenPatienceEnds = (
  giveUp: () => void,
  patienceMs = usualPatienceMs,
): (() => void) => {
  let left = turns
  const timer = setInterval(() => {
    left -= 1
    if (left > 0) return
    clearInterval(timer)
    giveUp()
  }, patienceMs / turns)
  return () => clearInterval(timer)
}

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
  /** What stands in the way, where that is told by itself beside the rules that it leaves open. */
  readonly obstacle: Obstacle | undefined

  constructor(
    message: string,
    options: {
      verdict?: Unavailability
      isDeclared?: boolean
      obstacle?: Obstacle | undefined
      cause?: unknown
    } = {},
  ) {
    super(message, { cause: options.cause })
    this.verdict = options.verdict ?? 'inconclusive'
    this.isDeclared = options.isDeclared ?? false
    this.obstacle = options.obstacle
  }
}

/** What stood in the way, by the error that says so. */
export const obstacleOf = (error: unknown): Obstacle | undefined =>
  error instanceof EvidenceUnavailableError ? error.obstacle : undefined
