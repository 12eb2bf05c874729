import type { Server, Socket } from 'node:net'

/** Another process has the port that was asked for. */
export class PortInUseError extends Error {
  override readonly name = 'PortInUseError'
  readonly code = 'PORT_IN_USE'
  readonly port: number

  constructor(port: number, options: { cause?: unknown } = {}) {
    super(`port ${port} is in use`, options)
    this.port = port
  }
}

const openSockets = new WeakMap<Server, Set<Socket>>()

/**
 * Listens on 127.0.0.1 and gives the port; 0 asks for any free one.
 * @throws PortInUseError
 */
export const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const sockets = new Set<Socket>()
    openSockets.set(server, sockets)
    server.on('connection', (socket) => {
      sockets.add(socket)
      socket.once('close', () => sockets.delete(socket))
    })
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(cause.code === 'EADDRINUSE' ? new PortInUseError(port, { cause }) : cause)
    })
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })

/**
 * Stops at once. `closeAllConnections` knows nothing of a connection whose TLS handshake is not
 * finished, and `close` would wait two minutes for it.
 */
export const stopListening = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    for (const socket of openSockets.get(server) ?? []) socket.destroy()
  })
