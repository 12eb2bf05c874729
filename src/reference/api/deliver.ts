import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { ApiRequest, ApiResponse, FieldLine } from './message.ts'
import { acceptsGzip } from './negotiate.ts'

/** On every response: a person is stored nowhere, and no browser guesses what it is. */
const commonFields: readonly FieldLine[] = [
  ['Cache-Control', 'no-store'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Strict-Transport-Security', 'max-age=31536000'],
]

const codedTypes = ['application/json', 'application/jose']

/** The response with the fields that every response has; `negotiated` ones vary by `Accept`. */
export const withCommonFields = (response: ApiResponse, negotiated: boolean): ApiResponse => ({
  ...response,
  fields: [
    ...response.fields,
    ['Vary', negotiated ? 'Accept, Accept-Encoding' : 'Accept-Encoding'],
    ...commonFields,
  ],
})

/** Writes the response: gzip where the client asks for it, no content for HEAD and 204. */
export const deliver = (
  request: ApiRequest,
  response: ApiResponse,
  outgoing: ServerResponse,
): void => {
  const coded = isCoded(response) && acceptsGzip(request)
  const content = coded ? gzipSync(response.content) : response.content
  // A response that says so comes in pieces of unknown number, which node frames (RFC 9112, 7.1).
  const isChunked = response.fields.some(([name]) => name.toLowerCase() === 'transfer-encoding')
  const hasContent = response.status !== 204 && response.status !== 304
  const fields: readonly FieldLine[] = [
    ...response.fields,
    ...(coded ? ([['Content-Encoding', 'gzip']] as const) : []),
    ...(hasContent && !isChunked ? ([['Content-Length', String(content.length)]] as const) : []),
  ]
  if (response.rawLines !== undefined) {
    const lines = [...fields.map(([name, value]) => `${name}: ${value}`), ...response.rawLines]
    deliverRaw(
      response.status,
      lines,
      request.method === 'HEAD' ? new Uint8Array() : content,
      outgoing,
    )
    return
  }
  outgoing.writeHead(response.status, fields.flat())
  if (!hasContent || request.method === 'HEAD') {
    outgoing.end()
    return
  }
  const half = isChunked ? Math.ceil(content.length / 2) : 0
  if (half > 0) outgoing.write(content.subarray(0, half))
  outgoing.end(content.subarray(half))
}

/** Past node, which would not write such lines. */
const deliverRaw = (
  status: number,
  lines: readonly string[],
  content: Uint8Array,
  outgoing: ServerResponse,
): void => {
  const head = [`HTTP/1.1 ${status} as it is`, ...lines, 'Connection: close', '', ''].join('\r\n')
  const isChunked = lines.some((line) => /^transfer-encoding:/i.test(line))
  const framed = isChunked
    ? [`${content.length.toString(16)}\r\n`, content, '\r\n0\r\n\r\n']
    : [content]
  const pieces = [head, ...framed].map((piece) => Buffer.from(piece as string, 'latin1'))
  outgoing.socket?.end(Buffer.concat(pieces))
}

// Swagger UI's files stay as they are: nothing is saved on a loopback connection.
const isCoded = ({ fields, content }: ApiResponse): boolean =>
  content.length > 0 &&
  fields.some(([name, value]) => name === 'Content-Type' && codedTypes.includes(value))
