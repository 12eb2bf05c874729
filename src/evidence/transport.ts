import type { HttpRequest, HttpResponse } from './exchange.ts'

/** Sends one request once and gives the response as it came; redirects are never followed. */
export type Transport = (request: HttpRequest) => Promise<HttpResponse>
