import { createServer, type Server } from 'node:net'

/**
 * The first of two ports in a row that nobody listens on; a sandbox takes both. They are below those that Linux gives
 * away by itself, so that what runs beside it does not come by them.
 */
export const freePorts = async (): Promise<number> => {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    const first = await listening(port)
    const second = await listening(port + 1)
    for (const server of [first, second]) server?.close()
    if (first !== undefined && second !== undefined) return port
  }
}

const listening = (port: number): Promise<Server | undefined> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
