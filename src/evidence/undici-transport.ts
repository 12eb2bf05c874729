import type { Duplex } from 'node:stream'
import zlib, {
  brotliDecompressSync,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  gunzipSync,
  inflateSync,
} from 'node:zlib'
import { Agent, type Dispatcher, EnvHttpProxyAgent, Pool, request as send } from 'undici'
import type { FieldLine, HttpResponse } from './exchange.ts'
import { limits } from './limits.ts'
import { contextTrusting } from './tls-connection.ts'
import { type Transport, whenPatienceEnds } from './transport.ts'

export interface TransportOptions {
  /** PEM of roots trusted beside the built-in ones. Checking is never switched off. */
  readonly ca: string | undefined
  readonly httpsProxy: string | undefined
  readonly noProxy: string | undefined
  readonly userAgent: string
}

/** A transport with its connections; close it, or the process stays. */
export interface ClosableTransport {
  readonly transport: Transport
  readonly close: () => Promise<void>
}

const connectTimeoutMs = 4_000
/** From the first byte sent to the last one received, however slowly they come. */
const answerTimeoutMs = 8_000

/**
 * HTTP over undici: no redirect is followed, no cookie kept, and a whole answer comes within eight seconds or none. Of a
 * content that is longer than what is read the beginning comes, marked.
 */
export const openTransport = (options: TransportOptions): ClosableTransport => {
  const dispatcher = dispatcherFor(options)
  const transport: Transport = async ({ method, url, fields, content }, signal) => {
    for (const line of fields) requireSendable(line)
    const limit = limitedTime(signal)
    let informational = 0
    try {
      // Where a proxy does not answer, the library hears no signal before it does.
      const response = await unlessAborted(
        limit.signal,
        send(url, {
          dispatcher,
          signal: limit.signal,
          method: method as Dispatcher.HttpMethod,
          headers: [...withUserAgent(fields, options.userAgent)].flat(),
          body: content === undefined ? null : Buffer.from(content),
          responseHeaders: 'raw',
          onInfo: () => {
            informational += 1
            if (informational > limits.informational)
              limit.end(new OverLimitError(`more than ${limits.informational} responses 1xx came`))
          },
        }),
      )
      limit.headersCame()
      const raw = response.headers as unknown as readonly string[]
      const lines: FieldLine[] = []
      for (let at = 0; at + 1 < raw.length; at += 2) lines.push([raw[at] ?? '', raw[at + 1] ?? ''])
      const { bytes, isCut } = await firstBytes(response.body)
      if (lines.length > limits.fields)
        throw new OverLimitError(`more than ${limits.fields} field lines came`)
      return { status: response.statusCode, fields: lines, ...(await decode(bytes, lines, isCut)) }
    } finally {
      limit.callOff()
    }
  }
  return { transport, close: () => dispatcher.destroy() }
}

/** What is awaited, or the signal's reason as soon as that is over. */
const unlessAborted = async <Value>(
  signal: AbortSignal,
  awaited: Promise<Value>,
): Promise<Value> => {
  // Whoever is not waited for any more may still fail.
  awaited.catch(() => {})
  let hear = (): void => {}
  const aborted = new Promise<never>((_, reject) => {
    hear = () => reject(signal.reason)
    signal.addEventListener('abort', hear, { once: true })
    if (signal.aborted) hear()
  })
  try {
    return await Promise.race([awaited, aborted])
  } finally {
    signal.removeEventListener('abort', hear)
  }
}

/** More came than is read, and what came cannot be judged without the rest. */
class OverLimitError extends Error {
  override readonly name = 'OverLimitError'
  readonly code = 'OVER_LIMIT'
}

/** A token may hold what no field can: the library stalls over such a line, and its signal does not end it. */
const requireSendable = ([name, value]: FieldLine): void => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\0-\x08\x0a-\x1f\x7f]|[^\0-\xff]/.test(value))
    throw new UnsendableFieldError(`${name} would hold characters that no field may`)
}

class UnsendableFieldError extends Error {
  override readonly name = 'UnsendableFieldError'
  readonly code = 'UNSENDABLE_FIELD'
}

/** Bytes of a stream as far as the limit; where there are more of them, the stream is ended. */
const firstBytes = async (
  stream: AsyncIterable<Uint8Array> & { on(event: 'error', listener: () => void): unknown },
): Promise<{ readonly bytes: Uint8Array; readonly isCut: boolean }> => {
  // Whoever leaves a stream before its end hears of that as an error, which has nobody to hear it.
  stream.on('error', () => {})
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of stream) {
    parts.push(part)
    length += part.length
    if (length > limits.contentBytes)
      return { bytes: concatenated(parts).slice(0, limits.contentBytes), isCut: true }
  }
  return { bytes: concatenated(parts), isCut: false }
}

const concatenated = (parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts))

/** The signal that ends one request, by time or from outside, with what it then waited for. */
const limitedTime = (outer: AbortSignal | undefined) => {
  const timeOut = new AbortController()
  let awaited = 'HEADERS'
  const callOff = whenPatienceEnds(
    () => timeOut.abort(new AnswerTimeoutError(`ANSWER_${awaited}_TIMEOUT`)),
    answerTimeoutMs,
  )
  return {
    signal: outer === undefined ? timeOut.signal : AbortSignal.any([timeOut.signal, outer]),
    headersCame: () => {
      awaited = 'CONTENT'
    },
    end: (reason: Error) => timeOut.abort(reason),
    callOff,
  }
}

/** The answer, or its content, did not come in time. */
class AnswerTimeoutError extends Error {
  override readonly name = 'AnswerTimeoutError'
  readonly code: string

  constructor(code: string) {
    super('no whole answer came in time')
    this.code = code
  }
}

const withUserAgent = (fields: readonly FieldLine[], userAgent: string): readonly FieldLine[] =>
  fields.some(([name]) => name.toLowerCase() === 'user-agent')
    ? fields
    : [...fields, ['User-Agent', userAgent]]

const dispatcherFor = ({ ca, httpsProxy, noProxy }: TransportOptions): Dispatcher => {
  const secureContext = ca === undefined ? undefined : contextTrusting(ca)
  const connect = { timeout: connectTimeoutMs, ...(secureContext ? { secureContext } : {}) }
  const bounds = {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: 0,
    bodyTimeout: 0,
    connections: 6,
    // A server closes what was idle for long at a moment of its own, and a POST that meets it is lost.
    keepAliveTimeout: 2_000,
    keepAliveTimeoutThreshold: 3_000,
  }
  if (httpsProxy === undefined) return new Agent({ ...bounds, connect })
  return new EnvHttpProxyAgent({
    ...bounds,
    connect,
    requestTls: connect,
    httpProxy: httpsProxy,
    httpsProxy,
    // The only wait of the library's own: from a proxy that took the connection to its answer to CONNECT.
    clientFactory: (origin, own) => new Pool(origin, { ...own, headersTimeout: connectTimeoutMs }),
    ...(noProxy === undefined ? {} : { noProxy }),
  })
}

/** Takes off the content codings; what is not in the coding that it says stays as it came, and is marked. */
const decode = async (
  content: Uint8Array,
  fields: readonly FieldLine[],
  isCut: boolean,
): Promise<Pick<HttpResponse, 'content' | 'isMiscoded' | 'isCut'>> => {
  const names = codingsOf(fields)
  if (content.length === 0) return { content }
  if (names.length === 0) return isCut ? cut(content) : { content }
  const own = names.map(codingCalled)
  try {
    // The last one named was applied last (RFC 9110, 8.4).
    if (!isCut)
      return { content: own.reduceRight((coded, { whole }) => decoded(whole, coded), content) }
  } catch (error) {
    if (!isTooLarge(error)) return { content, isMiscoded: true }
  }
  const stream = own[0]?.stream()
  if (stream === undefined || own.length > 1) return cut(content)
  stream.end(content)
  const { bytes } = await firstBytes(stream).catch(() => ({ bytes: new Uint8Array() }))
  return cut(bytes)
}

const codingsOf = (fields: readonly FieldLine[]): readonly string[] =>
  fields
    .filter(([name]) => name.toLowerCase() === 'content-encoding')
    .flatMap(([, value]) => value.split(','))
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity')

type Whole = (content: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array

const decoded = (whole: Whole, content: Uint8Array): Uint8Array =>
  new Uint8Array(whole(content, { maxOutputLength: limits.contentBytes }))

interface Coding {
  readonly whole: Whole
  readonly stream: () => Duplex
}

const codings = new Map<string, Coding>([
  ['gzip', { whole: gunzipSync, stream: () => createGunzip() }],
  ['x-gzip', { whole: gunzipSync, stream: () => createGunzip() }],
  ['deflate', { whole: inflateSync, stream: () => createInflate() }],
  ['br', { whole: brotliDecompressSync, stream: () => createBrotliDecompress() }],
  ...zstd(),
])

/** Node has it from 22.15 on. */
function zstd(): readonly (readonly [string, Coding])[] {
  const { zstdDecompressSync, createZstdDecompress } = zlib as Partial<{
    readonly zstdDecompressSync: Whole
    readonly createZstdDecompress: () => Duplex
  }>
  return zstdDecompressSync === undefined || createZstdDecompress === undefined
    ? []
    : [['zstd', { whole: zstdDecompressSync, stream: createZstdDecompress }]]
}

const codingCalled = (name: string): Coding => {
  const known = codings.get(name)
  if (known === undefined) throw new UnknownCodingError(name)
  return known
}

/** The content cannot be read here, which says nothing of the server: without Accept-Encoding any coding is allowed. */
class UnknownCodingError extends Error {
  override readonly name = 'UnknownCodingError'
  readonly code = 'UNKNOWN_CODING'

  constructor(coding: string) {
    const shown = /^[a-z0-9-]{1,20}$/.test(coding) ? coding : 'none that is registered'
    super(`the content came in a coding that is not known here (Content-Encoding: ${shown})`)
  }
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

/** Ends with a byte that no text in UTF-8 has, so that nobody takes the beginning for a whole. */
const cut = (content: Uint8Array): Pick<HttpResponse, 'content' | 'isCut'> => ({
  content: concatenated([content, Uint8Array.of(0xff)]),
  isCut: true,
})
