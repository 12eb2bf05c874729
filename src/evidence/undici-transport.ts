import { gunzipSync, inflateSync } from 'node:zlib'
import { Agent, type Dispatcher, EnvHttpProxyAgent, request as send } from 'undici'
import type { FieldLine, HttpResponse } from './exchange.ts'
import { whenPatienceEnds } from './patience.ts'
import type { Transport } from './transport.ts'
import { contextTrusting } from './trusted-roots.ts'

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

/** HTTP over undici: no redirect is followed, no cookie kept, and a whole answer comes within eight seconds or none. */
export const openTransport = (options: TransportOptions): ClosableTransport => {
  const dispatcher = dispatcherFor(options)
  const transport: Transport = async ({ method, url, fields, content }, signal) => {
    const limit = limitedTime(signal)
    try {
      const response = await send(url, {
        dispatcher,
        signal: limit.signal,
        method: method as Dispatcher.HttpMethod,
        headers: [...withUserAgent(fields, options.userAgent)].flat(),
        body: content === undefined ? null : Buffer.from(content),
        responseHeaders: 'raw',
      })
      limit.headersCame()
      const raw = response.headers as unknown as readonly string[]
      const lines: FieldLine[] = []
      for (let at = 0; at + 1 < raw.length; at += 2) lines.push([raw[at] ?? '', raw[at + 1] ?? ''])
      const encoded = new Uint8Array(await response.body.arrayBuffer())
      return { status: response.statusCode, fields: lines, ...decode(encoded, lines) }
    } finally {
      limit.callOff()
    }
  }
  return { transport, close: () => dispatcher.destroy() }
}

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
  const limits = {
    headersTimeout: 0,
    bodyTimeout: 0,
    connections: 6,
    // A server closes what was idle for long at a moment of its own, and a POST that meets it is lost.
    keepAliveTimeout: 2_000,
    keepAliveTimeoutThreshold: 3_000,
  }
  if (httpsProxy === undefined) return new Agent({ ...limits, connect })
  return new EnvHttpProxyAgent({
    ...limits,
    connect,
    requestTls: connect,
    httpProxy: httpsProxy,
    httpsProxy,
    ...(noProxy === undefined ? {} : { noProxy }),
  })
}

/** Takes off the content coding; what is not in the coding that it says stays as it came, and is marked. */
const decode = (
  content: Uint8Array,
  fields: readonly FieldLine[],
): Pick<HttpResponse, 'content' | 'isMiscoded'> => {
  const line = fields.find(([name]) => name.toLowerCase() === 'content-encoding')
  const coding = line?.[1].trim().toLowerCase()
  if (content.length === 0) return { content }
  try {
    if (coding === 'gzip' || coding === 'x-gzip') {
      return { content: new Uint8Array(gunzipSync(content)) }
    }
    if (coding === 'deflate') return { content: new Uint8Array(inflateSync(content)) }
  } catch {
    return { content, isMiscoded: true }
  }
  return { content }
}
