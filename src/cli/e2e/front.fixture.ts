import {
  createServer as createHttpServer,
  type IncomingMessage,
  request as requestHttp,
  type ServerResponse,
} from 'node:http'
import { createServer as createHttpsServer, request as requestHttps } from 'node:https'
import type { Socket } from 'node:net'
import { listen, stopListening } from '../../reference/api/listen.ts'
import type { TlsIdentity } from '../../reference/pki/pki.ts'

/** One request on its way through a front. */
export interface Way {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly socket: Socket
  /** Lets it through to the server behind, as if nothing stood there, but for what is made of the answer's fields. */
  readonly pass: (change?: ChangeFields) => void
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
  /** Speaks TLS on both sides: its own certificate, and the root that the server behind is known by. */
  readonly tls?: { readonly identity: TlsIdentity; readonly ca: string }
}

/** Opens a front on 127.0.0.1: a real connection comes in, and a real one goes on. */
export const openFront = async ({ port, handle, tls }: FrontOptions): Promise<Front> => {
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
  const serve = (request: IncomingMessage, response: ServerResponse) => {
    handle({
      request,
      response,
      socket: request.socket,
      pass: (change) => goOn(request, response, change),
    })
  }
  const server =
    tls === undefined
      ? createHttpServer(serve)
      : createHttpsServer({ key: tls.identity.keyPem, cert: tls.identity.certPem }, serve)
  server.on('clientError', (_, socket) => socket.destroy())
  return { port: await listen(server as never, 0), close: () => stopListening(server as never) }
}
