import type { Exchange, HttpRequest, HttpResponse } from './exchange.ts'

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
