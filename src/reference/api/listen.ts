import type { Server } from 'node:net'

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

/**
 * Listens on 127.0.0.1 and gives the port; 0 asks for any free one.
 * @throws PortInUseError
 */
export const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(cause.code === 'EADDRINUSE' ? new PortInUseError(port, { cause }) : cause)
    })
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
