import diagnostics from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

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
  const change = (message: unknown, by: 1 | -1) => {
    const { request } = message as { request: IncomingMessage }
    // Of a browser's own requests alone (Fetch Metadata).
    if (request.headers['sec-fetch-mode'] !== undefined) return
    const port = request.socket.localPort ?? 0
    const load = loads.get(port) ?? { requests: 0, most: 0, now: 0 }
    load.now += by
    load.requests += by === 1 ? 1 : 0
    load.most = Math.max(load.most, load.now)
    loads.set(port, load)
  }
  const begin = (message: unknown) => change(message, 1)
  const end = (message: unknown) => change(message, -1)
  diagnostics.subscribe('http.server.request.start', begin)
  diagnostics.subscribe('http.server.response.finish', end)
  return {
    of: (port) => loads.get(port) ?? { requests: 0, most: 0 },
    stop() {
      diagnostics.unsubscribe('http.server.request.start', begin)
      diagnostics.unsubscribe('http.server.response.finish', end)
    },
  }
}
