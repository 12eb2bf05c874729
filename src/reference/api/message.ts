import { Buffer } from 'node:buffer'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { Server, Socket } from 'node:net'

/** A JSON object on its way in or out; a defect gives back a changed copy. */
export type JsonObject = { readonly [name: string]: unknown }

/** One field line, name as it is on the wire. */
export type FieldLine = readonly [name: string, value: string]

/** A request as the API got it. */
export interface ApiRequest {
  readonly method: string
  /** The path of the target, without its query. */
  readonly path: string
  /** What stands after `?`, else empty. */
  readonly query: string
  readonly fields: readonly FieldLine[]
  /** At most `contentLimit` bytes of what was sent. */
  readonly content: Uint8Array
  readonly contentIsTooLarge: boolean
}

/** A response before its content coding; a HEAD's `content` is what a GET would get. */
export interface ApiResponse {
  readonly status: number
  readonly fields: readonly FieldLine[]
  readonly content: Uint8Array
  /** Lines that stand behind the fields as they are, whether HTTP allows them or not; a server that writes them closes then. */
  readonly rawLines?: readonly string[]
}

/** A longer document than any language change needs is refused with 413. */
const contentLimit = 64 * 1024

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Each line of the field, in order. */
export const fieldLines = (request: ApiRequest, name: string): readonly string[] =>
  request.fields.filter(([own]) => own.toLowerCase() === name).map(([, value]) => value)

/** The field's value, its lines joined by a comma (RFC 9110, 5.2), or undefined without the field. */
export const fieldValue = (request: ApiRequest, name: string): string | undefined => {
  const lines = fieldLines(request, name)
  return lines.length === 0 ? undefined : lines.join(', ')
}

const utf8 = new TextEncoder()

export const encodeText = (text: string): Uint8Array => utf8.encode(text)

export const encodeJson = (value: unknown): Uint8Array => utf8.encode(JSON.stringify(value))

/**
 * Reads a request to its end. Content beyond the limit is read and dropped, so that the client gets
 * its 413 instead of a closed connection.
 */
export const receive = async (incoming: IncomingMessage): Promise<ApiRequest> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= contentLimit) chunks.push(chunk)
  }
  const [path = '', ...query] = (incoming.url ?? '').split('?')
  return {
    method: incoming.method ?? '',
    path,
    query: query.join('?'),
    fields: fieldLinesOf(incoming.rawHeaders),
    content: Buffer.concat(chunks),
    contentIsTooLarge: length > contentLimit,
  }
}

const fieldLinesOf = (raw: readonly string[]): readonly FieldLine[] =>
  raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []))

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

/** The first octet of every TLS connection: a record of the handshake (RFC 8446, 5.1). */
const handshakeRecord = 0x16

/** Lets plain http in at the port of a TLS server, which by itself hangs up on it. */
export const letPlainHttpIn = (server: Server, listener: RequestListener): void => {
  const plain = createServer(listener)
  // The first listener is the TLS server's own.
  const [acceptTls] = server.listeners('connection') as ((socket: Socket) => void)[]
  if (acceptTls === undefined) return
  server.off('connection', acceptTls)
  server.on('connection', (socket: Socket) => {
    socket.on('error', () => socket.destroy())
    socket.once('data', (octets) => {
      socket.pause()
      socket.unshift(octets)
      if (octets[0] === handshakeRecord) acceptTls.call(server, socket)
      else plain.emit('connection', socket)
      process.nextTick(() => socket.resume())
    })
  })
}
