import diagnostics from 'node:diagnostics_channel'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { gunzipSync } from 'node:zlib'

/** One request to a server of this process with its response, as they were on the wire. */
export interface Overheard {
  readonly port: number
  readonly method: string
  readonly url: URL
  readonly headers: IncomingMessage['headers']
  readonly body: () => string
  readonly status: () => number
  readonly responseHeaders: () => OutgoingHttpHeaders
  readonly responseBody: () => Buffer
}

/** Overhears every HTTP server of this thread until it is stopped, without changing what they hear. */
export const wiretap = (): {
  readonly overheard: readonly Overheard[]
  readonly stop: () => void
} => {
  const overheard: Overheard[] = []
  const onRequest = (message: unknown) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    const [sent, answered]: Buffer[][] = [[], []]
    const push = request.push.bind(request)
    request.push = (chunk: unknown, encoding?: BufferEncoding) => {
      if (chunk instanceof Uint8Array) sent?.push(Buffer.from(chunk))
      return push(chunk, encoding)
    }
    for (const name of ['write', 'end'] as const) {
      const original = response[name].bind(response) as (...args: unknown[]) => unknown
      Object.assign(response, {
        [name]: (chunk: unknown, ...rest: unknown[]) => {
          if (typeof chunk === 'string' || chunk instanceof Uint8Array)
            answered?.push(Buffer.from(chunk as string))
          return original(chunk, ...rest)
        },
      })
    }
    overheard.push({
      port: request.socket.localPort ?? 0,
      method: request.method ?? '',
      url: new URL(request.url ?? '/', 'http://localhost'),
      headers: request.headers,
      body: () => Buffer.concat(sent ?? []).toString('utf8'),
      status: () => response.statusCode,
      responseHeaders: () => response.getHeaders(),
      responseBody: () => decoded(Buffer.concat(answered ?? []), response.getHeaders()),
    })
  }
  diagnostics.subscribe('http.server.request.start', onRequest)
  return {
    overheard,
    stop: () => void diagnostics.unsubscribe('http.server.request.start', onRequest),
  }
}

const decoded = (body: Buffer, headers: OutgoingHttpHeaders): Buffer =>
  headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
