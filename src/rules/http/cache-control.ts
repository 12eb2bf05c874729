import { fieldLines, type HttpResponse } from '../../evidence/exchange.ts'

/** The names of the response's cache directives, lower-cased, their arguments left out (RFC 9111, 5.2). */
export const cacheDirectives = (response: HttpResponse): ReadonlySet<string> =>
  new Set(
    fieldLines(response, 'cache-control')
      // `private="set-cookie, public"` is one directive.
      .map((line) => line.replaceAll(/=(?:"(?:[^"\\]|\\.)*"|[^,]*)/g, ''))
      .flatMap((line) => line.split(','))
      .map((directive) => directive.trim().toLowerCase()),
  )
