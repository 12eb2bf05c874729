import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { listen, stopListening } from './api/message.ts'

/** A proxy of this process, as `HTTPS_PROXY` names one. */
export interface ConnectProxy {
  readonly url: string
  /** `idporten.no:443` for each tunnel that was asked for, in order. */
  readonly asked: string[]
  readonly close: () => Promise<void>
}

/**
 * Opens a proxy that tunnels (RFC 9110, 9.3.6) to the ports of 127.0.0.1 that stand for these hosts, at their usual
 * port, and to nothing else.
 */
export const openConnectProxy = async (
  ports: Readonly<Record<string, number>>,
): Promise<ConnectProxy> => {
  const asked: string[] = []
  const open = new Set<Socket>()
  const server = createServer((_, response) => response.writeHead(405).end())
  server.on('connect', ({ url = '' }, socket: Socket) => {
    asked.push(url)
    const port = ports[url.replace(/:443$/, '')]
    if (port === undefined) {
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
      return
    }
    const onward = connect({ host: '127.0.0.1', port }, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      socket.pipe(onward).pipe(socket)
    })
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  })
  const port = await listen(server, 0)
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    async close() {
      for (const socket of open) socket.destroy()
      await stopListening(server)
    },
  }
}
