import type { HttpResponse } from '../../evidence/exchange.ts'
import { fieldValue } from '../../evidence/message.ts'

/** The names of the response's cache directives, lower-cased, their arguments left out (RFC 9111, 5.2). */
export const cacheDirectives = (response: HttpResponse): ReadonlySet<string> =>
  new Set(
    (fieldValue(response, 'cache-control') ?? '')
      // `private="set-cookie, public"` is one directive.
      .replaceAll(/"(?:[^"\\]|\\.)*"/g, '')
      .split(',')
      .map((directive) => directive.split('=')[0]?.trim().toLowerCase() ?? ''),
  )
