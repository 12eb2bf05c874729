import { isIP, type Socket } from 'node:net'
import { connect } from 'node:tls'
import type { FieldLine, HttpRequest, HttpResponse } from './exchange.ts'
import { contextTrusting, openConnection, type Route } from './tls-connection.ts'
import { type Transport, whenPatienceEnds } from './transport.ts'

export interface RawTransportOptions extends Route {
  /** PEM of roots trusted beside the built-in ones. Checking is never switched off. */
  readonly ca: string | undefined
  readonly userAgent: string
}

/** Four times what clients take: what is larger is cut there. */
const longestHead = 65_536
const answerTimeoutMs = 8_000

/**
 * Asks as any client does, and gives the header section as its bytes came: a client's own parser throws an answer away
 * that breaks the grammar of HTTP. What comes behind the header section is not read. For requests without content.
 */
export const rawTransport =
  (options: RawTransportOptions): Transport =>
  async (request, signal) => {
    const { protocol, hostname, port } = new URL(request.url)
    const isTls = protocol === 'https:'
    const host = hostname.replace(/^\[|\]$/g, '')
    const address = { host, port: port === '' ? (isTls ? 443 : 80) : Number(port) }
    const connection = await openConnection(address, options)
    const { ca } = options
    const socket = isTls
      ? connect({
          ...address,
          ...(isIP(host) === 0 ? { servername: host } : {}),
          ...(ca === undefined ? {} : { secureContext: contextTrusting(ca) }),
          rejectUnauthorized: true,
          ALPNProtocols: ['http/1.1'],
          socket: connection,
        })
      : connection
    try {
      return await readHead(socket, requestText(request, options.userAgent), signal)
    } finally {
      socket.destroy()
      connection.destroy()
    }
  }

const requestText = ({ method, url, fields }: HttpRequest, userAgent: string): string => {
  const { host, pathname, search } = new URL(url)
  const lines: readonly FieldLine[] = [
    ['Host', host],
    ...fields,
    ['User-Agent', userAgent],
    ['Connection', 'close'],
  ]
  const head = lines.map(([name, value]) => `${name}: ${value}`.replace(/[\r\n]/g, ''))
  return [`${method} ${pathname}${search} HTTP/1.1`, ...head, '', ''].join('\r\n')
}

const readHead = (
  socket: Socket,
  request: string,
  signal: AbortSignal | undefined,
): Promise<HttpResponse> =>
  new Promise((resolve, reject) => {
    let came = Buffer.alloc(0)
    const end = (settle: () => void) => {
      callOff()
      signal?.removeEventListener('abort', abort)
      settle()
    }
    const fail = (error: Error) => end(() => reject(error))
    const abort = () => fail(new RawAnswerError('UND_ERR_ABORTED'))
    const callOff = whenPatienceEnds(
      () => fail(new RawAnswerError('ANSWER_HEADERS_TIMEOUT')),
      answerTimeoutMs,
    )
    signal?.addEventListener('abort', abort)
    socket.on('error', fail)
    socket.on('close', () => fail(new RawAnswerError('UND_ERR_SOCKET')))
    socket.on('data', (piece: Buffer) => {
      came = Buffer.concat([came, piece])
      const response = headOf(came)
      if (response !== undefined) end(() => resolve(response))
    })
    // A TLS socket keeps it until the handshake, and with it the check of the certificate, is over.
    socket.write(request)
  })

/** The response, once its header section is whole or too long to go on; those before it (1xx) are passed over. */
const headOf = (came: Buffer): HttpResponse | undefined => {
  let rest = came
  for (;;) {
    const text = rest.toString('latin1')
    const end = /\r?\n\r?\n/.exec(text)
    if (end === null && rest.length < longestHead) return undefined
    const length = Math.min(end?.index ?? longestHead, longestHead)
    const head = new Uint8Array(rest.subarray(0, length))
    const status = Number(/^HTTP\/\d\.\d (\d{3})/.exec(text)?.[1] ?? 0)
    if (end === null || status < 100 || status > 199)
      return { status, fields: fieldsOf(head), content: new Uint8Array(), head }
    rest = rest.subarray(end.index + end[0].length)
  }
}

/** As well as they can be told apart: each line at its first colon. */
const fieldsOf = (head: Uint8Array): readonly FieldLine[] =>
  Buffer.from(head)
    .toString('latin1')
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const colon = line.indexOf(':')
      return colon < 0
        ? [line.trim(), '']
        : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
    })

/** No header section came. */
class RawAnswerError extends Error {
  override readonly name = 'RawAnswerError'
  readonly code: string

  constructor(code: string) {
    super('no header section came')
    this.code = code
  }
}
