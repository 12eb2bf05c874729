import { setTimeout as wait } from 'node:timers/promises'
import { type Breaker, createBreaker } from './breaker.ts'
import type { Exchange, ExchangeId, FailedAttempt, HttpRequest, HttpResponse } from './exchange.ts'
import type { DocumentKind, Masker } from './masking/masker.ts'
import type { Trouble } from './obstacle.ts'
import { ownPace, type Pace } from './pace.ts'
import { recordExchange } from './record.ts'
import type { RecordedExchange } from './recorded-exchange.ts'
import { EvidenceUnavailableError, type Send, type Transport } from './transport.ts'
import {
  grammarTrouble,
  isCutShort,
  isLasting,
  needsSomebody,
  neverArrived,
  passingTrouble,
  ranOutOfTime,
  retryAfterMs,
  transportTrouble,
  wasClosed,
} from './trouble.ts'

export interface RecorderOptions {
  readonly transport: Transport
  readonly masker: Masker
  /** What the content of these responses is: decides how much of it is shown. */
  readonly documentOf: (exchange: Exchange) => DocumentKind
  /** Prefix of the ids, so that two recorders of one run never give the same. */
  readonly prefix: string
  readonly onRecorded: (recorded: RecordedExchange) => void
  /** How often a request is sent at most; usually thrice, where trouble may pass. */
  readonly attempts?: number
  /** Shared by all who ask the environment; without it nothing but the number in flight is bounded. */
  readonly pace?: Pace
  /** Shared by recorders that ask the same servers. */
  readonly breaker?: Breaker
  /** Sends even where the run has asked as often as it may: the way back must stay open. */
  readonly isUnbounded?: boolean
}

const usualAttempts = 3
const attemptsAtSilence = 2
const backoffMs = [150, 600]
/** Who asks for more patience than this is not asked again. */
const longestWaitMs = 5_000

/**
 * Sends requests, one exchange each, and records every one, masked, at the moment it is over, whether an answer came
 * or not. Trouble on the way is retried at most twice; a server that does not answer at all is given up for the rest
 * of the run.
 */
export const createRecorder = (options: RecorderOptions): Send => {
  const { pace = ownPace(), breaker = createBreaker(), isUnbounded = false } = options
  const attemptsAtMost = options.attempts ?? usualAttempts
  let count = 0

  return async (label, request) => {
    const { origin } = new URL(request.url)
    refuse(label, breaker.down(request.url), origin)
    count += 1
    const id: ExchangeId = `x-${options.prefix}${String(count).padStart(3, '0')}`
    const failedAttempts: FailedAttempt[] = []
    for (;;) {
      if (pace.isSpent && !isUnbounded) throw budgetSpent(pace.sent)
      const { at: startedAt, release } = await pace.turn(origin)
      const outcome = await attempt(options.transport, request, breaker).finally(release)
      const receivedAt = Date.now()
      const { trouble, response = noResponse } = outcome
      const exchange: Exchange = {
        id,
        label,
        request,
        response,
        startedAt,
        receivedAt,
        failedAttempts: [...failedAttempts],
      }
      if (trouble === undefined) {
        breaker.answered(request.url)
        options.onRecorded(recordExchange(exchange, options.masker, options.documentOf(exchange)))
        return exchange
      }
      failedAttempts.push({ startedAt, elapsedMs: receivedAt - startedAt, trouble: trouble.text })
      const most = Math.min(attemptsAtMost, outcome.isSilence ? attemptsAtSilence : usualAttempts)
      const usualMs = backoffMs[failedAttempts.length - 1] ?? 0
      const waitMs = outcome.waitMs ?? usualMs * (1 + Math.random() * 0.5)
      const isGivenUp =
        failedAttempts.length >= most || !outcome.mayRepeat || waitMs > longestWaitMs
      // A POST on a connection that was just being closed: three of them at once say nothing of the server.
      const saysLittle = !isRepeatable(request) && wasClosed(outcome.cause)
      const counts = isGivenUp && !saysLittle
      const wasAnswered = grammarTrouble(outcome.cause) !== undefined || isCutShort(outcome.cause)
      breaker.missed({
        ...{ url: request.url, label, startedAt, trouble: trouble.text },
        isGivenUp: counts,
        wasAnswered,
      })
      if (isGivenUp || breaker.down(request.url) !== undefined) {
        const document = outcome.response === undefined ? 'open' : options.documentOf(exchange)
        options.onRecorded({
          ...recordExchange(exchange, options.masker, document),
          trouble: options.masker.text(trouble.text),
          troubleKind: trouble.kind,
        })
        const times = failedAttempts.length === 1 ? 'once' : `${failedAttempts.length} times`
        throw new EvidenceUnavailableError(
          `${label}: ${trouble.text}; ${origin} was asked ${times}`,
          { obstacle: { kind: 'server', origin }, cause: outcome.cause },
        )
      }
      if (outcome.waitMs === undefined) await wait(waitMs)
      else pace.rest(origin, waitMs)
    }
  }
}

const noResponse: HttpResponse = { status: 0, fields: [], content: new Uint8Array() }

/** The run has asked so often that it asks no more, whatever it was about to ask. */
export const budgetSpent = (sent: number): EvidenceUnavailableError =>
  new EvidenceUnavailableError(
    `the run has sent the ${sent} requests that it may send (the request budget)`,
    { obstacle: { kind: 'request-budget' } },
  )

const refuse = (label: string, why: string | undefined, origin: string): void => {
  if (why === undefined) return
  throw new EvidenceUnavailableError(`${label}: ${why}`, { obstacle: { kind: 'server', origin } })
}

interface Outcome {
  readonly response?: HttpResponse
  readonly trouble?: Trouble
  /** What the transport threw. */
  readonly cause?: unknown
  readonly mayRepeat: boolean
  /** It waited in vain until the time limit. */
  readonly isSilence?: boolean
  readonly waitMs?: number | undefined
}

/** A code must not be sent twice unless the first never arrived; a PATCH is sent under the journal alone. */
const isRepeatable = ({ method, mayRepeat }: HttpRequest): boolean =>
  method !== 'POST' || mayRepeat === true

const givenUp = (text: string): Trouble => ({ kind: 'given-up', text })

const attempt = async (
  transport: Transport,
  request: HttpRequest,
  breaker: Breaker,
): Promise<Outcome> => {
  const down = breaker.down(request.url)
  if (down !== undefined) return { trouble: givenUp(down), mayRepeat: false }
  const signal = breaker.signal(request.url)
  try {
    const response = await transport(request, signal)
    const trouble = passingTrouble(response)
    if (trouble === undefined) return { response, mayRepeat: false }
    const mayRepeat = isRepeatable(request) && !needsSomebody(response)
    return { response, trouble, mayRepeat, waitMs: retryAfterMs(response, Date.now()) }
  } catch (error) {
    if (signal.aborted)
      return { trouble: givenUp(breaker.down(request.url) ?? ''), mayRepeat: false }
    const mayRepeat = !isLasting(error) && (isRepeatable(request) || neverArrived(error))
    const isSilence = ranOutOfTime(error)
    return { trouble: transportTrouble(error), cause: error, mayRepeat, isSilence }
  }
}
