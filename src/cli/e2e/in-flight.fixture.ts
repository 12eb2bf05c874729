import diagnostics from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** What one server was asked by the harness itself, pages that a browser loads left out. */
export interface Load {
  readonly requests: number
  /** The most that waited for an answer at one time. */
  readonly most: number
}

/** Watches every HTTP server of this thread until it is stopped. */
export const watchLoad = (): {
  readonly of: (port: number) => Load
  readonly stop: () => void
} => {
  const loads = new Map<number, { requests: number; most: number; now: number }>()
  const begin = (message: unknown) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    // Of a browser's own requests alone (Fetch Metadata).
    if (request.headers['sec-fetch-mode'] !== undefined) return
    const port = request.socket.localPort ?? 0
    const load = loads.get(port) ?? { requests: 0, most: 0, now: 0 }
    loads.set(port, load)
    load.requests += 1
    load.now += 1
    load.most = Math.max(load.most, load.now)
    // Before anything of the answer's end is sent: whoever has it may ask again before `finish` comes.
    response.once('prefinish', () => {
      load.now -= 1
    })
  }
  diagnostics.subscribe('http.server.request.start', begin)
  return {
    of: (port) => loads.get(port) ?? { requests: 0, most: 0 },
    stop() {
      diagnostics.unsubscribe('http.server.request.start', begin)
    },
  }
}
