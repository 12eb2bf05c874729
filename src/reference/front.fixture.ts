import {
  createServer as createHttpServer,
  type IncomingMessage,
  request as requestHttp,
  type ServerResponse,
} from 'node:http'
import { createServer as createHttpsServer, request as requestHttps } from 'node:https'
import type { Socket } from 'node:net'
import { listen, stopListening } from './api/message.ts'
import type { TlsIdentity } from './pki/pki.ts'

/** One request on its way through a front. */
export interface Way {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly socket: Socket
  /** Lets it through to the server behind, as if nothing stood there, but for what is made of the answer's fields. */
  readonly pass: (change?: ChangeFields) => void
  /** Resets the connection that it came by, TLS or not. */
  readonly reset: () => void
  /** Lets it through and resets the connection in the place of the answer. */
  readonly loseAnswer: () => void
}

/** Names and values in turn, as Node has them. */
export type ChangeFields = (fields: readonly string[]) => string[]

/** What happens to requests that come to a front. */
export type Handling = (way: Way) => void

/** A server of this process that stands before another one. */
export interface Front {
  readonly port: number
  readonly close: () => Promise<void>
}

export interface FrontOptions {
  /** Where it leads. */
  readonly port: number
  readonly handle: Handling
  /** Hears of each connection before a byte of it is read, the handshake's included. */
  readonly onConnection?: (connection: Socket) => void
  /** Speaks TLS on both sides: its own certificate, and the root that the server behind is known by. */
  readonly tls?: { readonly identity: TlsIdentity; readonly ca: string }
}

/** Opens a front on 127.0.0.1: a real connection comes in, and a real one goes on. */
export const openFront = async ({
  port,
  handle,
  onConnection,
  tls,
}: FrontOptions): Promise<Front> => {
  const goOn = (
    request: IncomingMessage,
    response: ServerResponse,
    change: ChangeFields = (fields) => [...fields],
  ) => {
    const { method, url, rawHeaders } = request
    const options = { host: '127.0.0.1', port, method, path: url, headers: rawHeaders as never }
    const onward = (tls === undefined ? requestHttp : requestHttps)(
      tls === undefined ? options : { ...options, ca: tls.ca },
    )
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, change(answer.rawHeaders))
      answer.pipe(response)
    })
    onward.on('error', () => request.socket.destroy())
    request.pipe(onward)
  }
  const connections = new Map<number | undefined, Socket>()
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request
    const reset = () => void connections.get(socket.remotePort)?.resetAndDestroy()
    const pass = (change?: ChangeFields) => goOn(request, response, change)
    const loseAnswer = () =>
      pass((fields) => {
        reset()
        return [...fields]
      })
    handle({ request, response, socket, pass, reset, loseAnswer })
  }
  const server =
    tls === undefined
      ? createHttpServer(serve)
      : createHttpsServer({ key: tls.identity.keyPem, cert: tls.identity.certPem }, serve)
  server.on('connection', (connection: Socket) => {
    const { remotePort } = connection
    connections.set(remotePort, connection)
    connection.once('close', () => connections.delete(remotePort))
    onConnection?.(connection)
  })
  server.on('clientError', (_, socket) => socket.destroy())
  return { port: await listen(server as never, 0), close: () => stopListening(server as never) }
}
