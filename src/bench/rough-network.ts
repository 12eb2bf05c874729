import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** A way to a server over which answers come late, and now and then a connection is reset. */
export interface RoughNetwork {
  /** Where the server is reached by it. */
  readonly port: number
  /** How often something was asked, and how often the connection was reset for it. */
  readonly figures: () => { readonly asked: number; readonly resets: number }
  readonly close: () => Promise<void>
}

export interface Roughness {
  /** Milliseconds by which an answer is late, evenly spread. */
  readonly jitterMs: readonly [least: number, most: number]
  /** The share of requests, handshakes included, at which the connection is reset: 0.01 is one in a hundred. */
  readonly resets: number
}

/** Opens one before a port of this machine. It knows nothing of what goes through it, so that TLS stays the server's. */
export const openRoughNetwork = async (
  serverPort: number,
  { jitterMs: [least, most], resets }: Roughness,
): Promise<RoughNetwork> => {
  const open = new Set<Socket>()
  const figures = { asked: 0, resets: 0 }
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ host: '127.0.0.1', port: serverPort, noDelay: true })
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.once('close', () => open.delete(socket))
    }
    near.once('close', () => far.destroy())
    let isAnswering = true
    near.on('data', (chunk) => {
      // What follows without an answer in between is the rest of the same request.
      if (isAnswering) {
        isAnswering = false
        figures.asked += 1
        if (Math.random() < resets) {
          figures.resets += 1
          near.resetAndDestroy()
          return
        }
      }
      far.write(chunk)
    })
    let last = Promise.resolve()
    far.on('data', (chunk) => {
      const wait = isAnswering ? 0 : least + Math.random() * (most - least)
      isAnswering = true
      const late = new Promise((resolve) => setTimeout(resolve, wait))
      last = last.then(async () => {
        await late
        near.write(chunk)
      })
    })
    near.once('end', () => far.end())
    // What the server said before it hung up still comes.
    far.once('close', () => void last.then(() => near.end()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    figures: () => ({ ...figures }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}
