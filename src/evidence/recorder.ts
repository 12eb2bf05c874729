import { setTimeout as wait } from 'node:timers/promises'
import type { Exchange, ExchangeId, FailedAttempt, HttpRequest, HttpResponse } from './exchange.ts'
import type { DocumentKind, Masker } from './masking/masker.ts'
import { recordExchange } from './record.ts'
import type { RecordedExchange } from './recorded-exchange.ts'
import type { Send, Transport } from './transport.ts'
import {
  isLasting,
  neverArrived,
  passingTrouble,
  retryAfterMs,
  transportTrouble,
} from './trouble.ts'
import { EvidenceUnavailableError } from './unavailable.ts'

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
}

const usualAttempts = 3
const backoffMs = [150, 600]
const longestWaitMs = 5_000
/** After so many exchanges without an answer in a row, an origin counts as down. */
const failuresUntilDown = 3

/**
 * Sends requests, one exchange each, and records every one, masked, at the moment it is over. Trouble on the
 * way is retried at most twice; an origin that does not answer at all is given up for the rest of the run.
 */
export const createRecorder = (options: RecorderOptions): Send => {
  const attemptsAtMost = options.attempts ?? usualAttempts
  let count = 0
  const failures = new Map<string, number>()

  return async (label, request) => {
    const origin = new URL(request.url).origin
    const misses = failures.get(origin) ?? 0
    if (misses >= failuresUntilDown)
      throw new EvidenceUnavailableError(`${label}: ${origin} is down`)
    count += 1
    const id: ExchangeId = `x-${options.prefix}${String(count).padStart(3, '0')}`
    const failedAttempts: FailedAttempt[] = []
    for (;;) {
      const startedAt = Date.now()
      const outcome = await attempt(options.transport, request)
      const receivedAt = Date.now()
      const trouble = outcome.trouble
      if (outcome.response !== undefined) failures.set(origin, 0)
      if (outcome.response !== undefined && trouble === undefined) {
        const exchange = {
          id,
          label,
          request,
          response: outcome.response,
          startedAt,
          receivedAt,
          failedAttempts,
        }
        options.onRecorded(recordExchange(exchange, options.masker, options.documentOf(exchange)))
        return exchange
      }
      failedAttempts.push({ startedAt, elapsedMs: receivedAt - startedAt, trouble: trouble ?? '' })
      const delayMs = backoffMs[failedAttempts.length - 1]
      if (delayMs === undefined || failedAttempts.length >= attemptsAtMost || !outcome.mayRepeat) {
        if (outcome.response === undefined) failures.set(origin, (failures.get(origin) ?? 0) + 1)
        const times = failedAttempts.length === 1 ? 'once' : `${failedAttempts.length} times`
        throw new EvidenceUnavailableError(`${label}: ${trouble}; ${origin} was asked ${times}`, {
          cause: outcome.cause,
        })
      }
      const jitterMs = Math.random() * delayMs * 0.5
      await wait(Math.min(outcome.waitMs ?? delayMs + jitterMs, longestWaitMs))
    }
  }
}

interface Outcome {
  readonly response?: HttpResponse
  readonly trouble?: string
  /** What the transport threw. */
  readonly cause?: unknown
  readonly mayRepeat: boolean
  readonly waitMs?: number | undefined
}

/** A code or a client's credentials must not be sent twice unless the first never arrived. */
const isRepeatable = (method: string): boolean => method !== 'POST'

const attempt = async (transport: Transport, request: HttpRequest): Promise<Outcome> => {
  try {
    const response = await transport(request)
    const trouble = passingTrouble(response)
    if (trouble === undefined) return { response, mayRepeat: false }
    const waitMs = retryAfterMs(response, Date.now())
    return { response, trouble, mayRepeat: isRepeatable(request.method), waitMs }
  } catch (error) {
    const mayRepeat = !isLasting(error) && (isRepeatable(request.method) || neverArrived(error))
    return { trouble: transportTrouble(error), cause: error, mayRepeat }
  }
}
