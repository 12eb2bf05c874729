import { Buffer } from 'node:buffer'
import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { JwsSigner } from '../pki/signer.ts'
import type { PassThrough } from '../seams.ts'
import {
  type ApiRequest,
  type ApiResponse,
  encodeJson,
  type FieldLine,
  fieldValue,
} from './message.ts'
import type { ContentContext, PersonMediaType } from './seams.ts'

/** In the server's own order of preference, for what the client leaves open. */
const offered: readonly PersonMediaType[] = ['application/json', 'application/jose']

interface MediaRange {
  readonly type: string
  readonly quality: number
}

/**
 * The media type with the highest quality value, JSON where two are equal; undefined where the
 * client accepts neither (RFC 9110, 12.5.1).
 */
export const negotiate = (request: ApiRequest): PersonMediaType | undefined => {
  const accept = fieldValue(request, 'accept')?.trim() ?? ''
  if (accept === '') return offered[0]
  const ranges = accept.split(',').map(mediaRange)
  const [best] = offered
    .map((type) => ({ type, quality: qualityOf(type, ranges) }))
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
  return best?.type
}

/** Whether the client accepts gzip (RFC 9110, 12.5.3). */
export const acceptsGzip = (request: ApiRequest): boolean => {
  const codings = (fieldValue(request, 'accept-encoding') ?? '').split(',').map(mediaRange)
  const named = codings.find(({ type }) => type === 'gzip' || type === 'x-gzip')
  const any = codings.find(({ type }) => type === '*')
  return ((named ?? any)?.quality ?? 0) > 0
}

// Parameters but `q` are passed over: `application/json; charset=utf-8` is application/json.
const mediaRange = (text: string): MediaRange => {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const weight = parameters.find((parameter) => /^q\s*=/.test(parameter))
  const quality = weight === undefined ? 1 : Number(weight.replace(/^q\s*=\s*/, ''))
  return { type, quality: Number.isNaN(quality) ? 0 : quality }
}

// The most specific range that fits decides, also where it excludes the type with q=0.
const qualityOf = (type: PersonMediaType, ranges: readonly MediaRange[]): number => {
  const fitting = [type, 'application/*', '*/*'].map((range) =>
    ranges.filter((own) => own.type === range),
  )
  const [first] = fitting.filter((own) => own.length > 0)
  return Math.max(0, ...(first ?? []).map(({ quality }) => quality))
}

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

/** The JSON text as a compact JWS (RFC 7515, 3.1), `alg` and `x5c` in its header. */
export const signPerson = async (
  json: Uint8Array,
  usualSigner: JwsSigner,
  seams: PassThrough,
  context: ContentContext,
): Promise<string> => {
  const signer = await seams('jwsSigner', usualSigner, context)
  const jwsContext = { ...context, signer }
  const usual = { header: { alg: signer.alg, x5c: signer.x5c }, payload: json }
  const { header, payload } = await seams('jws', usual, jwsContext)
  const signingInput = `${base64url(encodeJson(header))}.${base64url(payload)}`
  const signature = base64url(signer.sign(signingInput))
  return seams('jwsCompact', `${signingInput}.${signature}`, jwsContext)
}

const base64url = (octets: Uint8Array): string => Buffer.from(octets).toString('base64url')
