import { createServer, type Server } from 'node:net'

/** The first of two ports in a row that nobody listens on; a sandbox takes both. */
export const freePorts = async (): Promise<number> => {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 20_000)
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
