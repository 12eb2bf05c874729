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
  outgoing.writeHead(response.status, fields.flat())
  if (!hasContent || request.method === 'HEAD') {
    outgoing.end()
    return
  }
  const half = isChunked ? Math.ceil(content.length / 2) : 0
  if (half > 0) outgoing.write(content.subarray(0, half))
  outgoing.end(content.subarray(half))
}

// Swagger UI's files stay as they are: nothing is saved on a loopback connection.
const isCoded = ({ fields, content }: ApiResponse): boolean =>
  content.length > 0 &&
  fields.some(([name, value]) => name === 'Content-Type' && codedTypes.includes(value))
