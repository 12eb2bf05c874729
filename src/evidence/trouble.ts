import { fieldValue, type HttpResponse, mediaType } from './exchange.ts'
import { limits } from './limits.ts'
import type { Trouble, TroubleKind } from './obstacle.ts'

/** Trouble of the environment, from what a transport threw: never a deviation. */
export const transportTrouble = (error: unknown): Trouble => {
  const causes = chain(error)
  const proxied = proxyStatus(error)
  if (proxied !== undefined) return proxyTrouble(proxied)
  const over = causes.find((cause) => ourOwn.has(codeOf(cause) ?? ''))
  if (over !== undefined) return { kind: 'other', text: over.message }
  const ungrammatical = grammarTrouble(error)
  if (ungrammatical !== undefined) {
    const text = `the answer breaks the grammar of HTTP (${ungrammatical})`
    return { kind: 'http-grammar', text }
  }
  if (isParserError(error)) return { kind: 'no-http', text: 'what came is no HTTP' }
  const code = causes.map(codeOf).find((found) => found !== undefined)
  if (code === undefined) return { kind: 'other', text: causes[0]?.message ?? 'no answer' }
  const [kind, words] = troubleByCode[code] ?? troubleOfTls(code) ?? otherwise
  return { kind, text: `${words} (${code})` }
}

const proxyTrouble = (status: number): Trouble => ({
  kind: status === 403 ? 'proxy-policy' : 'proxy-credentials',
  text: `status ${status} from the proxy`,
})

/** Whether the request certainly never reached the server, so that even a POST may be sent again. */
export const neverArrived = (error: unknown): boolean =>
  chain(error).some((cause) =>
    [
      'ECONNREFUSED',
      'ENOTFOUND',
      'EAI_AGAIN',
      'UND_ERR_CONNECT_TIMEOUT',
      'UND_ERR_HEADERS_TIMEOUT',
    ].includes(codeOf(cause) ?? ''),
  )

/**
 * Why a client's parser refused an answer for breaking the grammar of HTTP; undefined where it was anything else: an
 * answer that ends early, or no HTTP at all.
 */
export const grammarTrouble = (error: unknown): string | undefined => {
  const refused = chain(error).find(({ name }) => name === 'HTTPParserError')
  const [, because = ''] = /\(([^)]*)\)/.exec(refused?.message ?? '') ?? []
  return grammarReasons.test(because) ? because : undefined
}

/**
 * Whether a content is not as long as its length says. A parser that met the length and then a line that breaks the
 * grammar says the same.
 */
export const isCutShort = (error: unknown): boolean =>
  chain(error).some((cause) => codeOf(cause) === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH')

/** The words of llhttp, which gives no code. */
const grammarReasons =
  /^(Invalid header (value char|token|field char)|Missing expected (CR|LF) after header value|Unexpected (space|whitespace) after|(Content-Length|Transfer-Encoding) can't be present|Invalid character in Content-Length|Content-Length overflow|Content-Length already present|Invalid character in chunk size)/

/** Whether the server would not, rather than could not be reached: it hung up, or spoke no HTTP. */
export const isRefusal = (error: unknown): boolean =>
  isParserError(error) ||
  chain(error).some((cause) =>
    /^(ECONNREFUSED|ECONNRESET|EPIPE|UND_ERR_SOCKET)$/.test(codeOf(cause) ?? ''),
  )

/** Whether the server closed the connection before it answered. */
export const wasClosed = (error: unknown): boolean =>
  chain(error).some((cause) => /^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/.test(codeOf(cause) ?? ''))

/** Whether another attempt cannot help: a certificate stays invalid, a name does not appear, a proxy stays closed. */
export const isLasting = (error: unknown): boolean =>
  chain(error).some((cause) => {
    const code = codeOf(cause) ?? ''
    return isTlsCode(code) || lastingCodes.has(code) || ourOwn.has(code)
  }) || proxyStatus(error) === 407

/** Whether the time limit ended it: whoever hangs once mostly hangs again, and each time costs the run seconds. */
export const ranOutOfTime = (error: unknown): boolean =>
  chain(error).some((cause) =>
    /^(ANSWER_\w+_TIMEOUT|UND_ERR_HEADERS_TIMEOUT)$/.test(codeOf(cause) ?? ''),
  )

/**
 * A response that says "not now" rather than anything about the contract, or undefined. 407 and 511 are never the
 * server's own: a proxy or a captive portal speaks (RFC 9110, 15.5.8; RFC 6585, 6).
 */
export const passingTrouble = ({ status }: HttpResponse): Trouble | undefined => {
  if (status === 407) return proxyTrouble(status)
  const kind = passingStatuses.get(status)
  return kind === undefined ? undefined : { kind, text: `status ${status}` }
}

/**
 * Beside those of a gateway those that let a client repeat a request as it is: 408 and 421 (RFC 9110, 15.5.9 and
 * 15.5.20), 425 (RFC 8470, 5.2) and 429.
 */
const passingStatuses: ReadonlyMap<number, TroubleKind> = new Map([
  [408, 'other'],
  [421, 'other'],
  [425, 'other'],
  [429, 'rate-limit'],
  [502, 'gateway'],
  [503, 'gateway'],
  [504, 'gateway'],
  [511, 'captive-portal'],
])

/** The kind of trouble that a status alone is. */
export const kindOfStatus = (status: number): TroubleKind => passingStatuses.get(status) ?? 'other'

/** Whether a page for people came: what an interface never answers, and a portal or a proxy does. */
export const isWebPage = (response: HttpResponse): boolean =>
  response.status < 300 && mediaType(response)?.essence === 'text/html'

/** Whether such a response stays until somebody does something. */
export const needsSomebody = ({ status }: HttpResponse): boolean => status === 407 || status === 511

/** Milliseconds that the server asks to wait (`Retry-After` in seconds or as a date), or undefined. */
export const retryAfterMs = (response: HttpResponse, now: number): number | undefined => {
  const value = fieldValue(response, 'retry-after')
  if (value === undefined) return undefined
  if (/^\d+$/.test(value)) return Number(value) * 1_000
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

const otherwise = ['connection-lost', 'the connection failed'] as const

const troubleByCode: Readonly<Record<string, readonly [kind: TroubleKind, words: string]>> = {
  ECONNREFUSED: ['connection-refused', 'the connection is refused'],
  ECONNRESET: ['connection-lost', 'the connection was reset'],
  EPIPE: ['connection-lost', 'the connection was closed'],
  ENOTFOUND: ['host-name', 'the host name does not exist'],
  EAI_AGAIN: ['host-name', 'the host name could not be looked up'],
  ETIMEDOUT: ['timeout', 'the connection timed out'],
  EHOSTUNREACH: ['timeout', 'the host is unreachable'],
  ENETUNREACH: ['timeout', 'the network is unreachable'],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', 'the connection timed out'],
  UND_ERR_HEADERS_TIMEOUT: ['proxy-silent', 'the proxy took the connection and did not answer'],
  ANSWER_HEADERS_TIMEOUT: ['timeout', 'no answer came in time'],
  ANSWER_CONTENT_TIMEOUT: ['timeout', 'the content did not come in time'],
  UND_ERR_SOCKET: ['connection-lost', 'the connection was closed before the answer was whole'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['truncated', 'the content is truncated'],
  UND_ERR_HEADERS_OVERFLOW: [
    'header-size',
    `the header section has more than ${limits.headerBytes} bytes`,
  ],
  // A proxy that wants other credentials ends so.
  UND_ERR_ABORTED: ['proxy-credentials', 'the request was given up'],
}

/** Codes of the transport's own, whose message says it all. */
const ourOwn: ReadonlySet<string> = new Set(['OVER_LIMIT', 'UNSENDABLE_FIELD', 'UNKNOWN_CODING'])

const lastingCodes: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'UND_ERR_HEADERS_OVERFLOW',
  'UNKNOWN_CODING',
])

const isParserError = (error: unknown): boolean =>
  chain(error).some(({ name }) => name === 'HTTPParserError')

const isTlsCode = (code: string): boolean =>
  /^(ERR_TLS|ERR_SSL|EPROTO$|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH)/.test(code)

/** A certificate that is not valid is named as such: it is what everything else then waits for. */
const troubleOfTls = (code: string): readonly [kind: TroubleKind, words: string] | undefined => {
  if (!isTlsCode(code)) return undefined
  if (!/^(ERR_TLS_CERT|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH)/.test(code))
    return ['tls', 'TLS is refused']
  const isChain = code === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
  return [isChain ? 'certificate-chain' : 'certificate', 'the certificate is not valid']
}

/** The kind of what Chromium calls so: `ERR_CONNECTION_REFUSED`. */
export const kindOfNetError = (name: string): TroubleKind =>
  netErrors.find(([names]) => names.test(name))?.[1] ?? 'connection-lost'

const netErrors: readonly (readonly [names: RegExp, kind: TroubleKind])[] = [
  [/^ERR_NAME_/, 'host-name'],
  [/^ERR_CONNECTION_REFUSED$/, 'connection-refused'],
  [/^ERR_(CONNECTION_)?TIMED_OUT$|^ERR_(ADDRESS_UNREACHABLE|INTERNET_DISCONNECTED)$/, 'timeout'],
  [/^ERR_CERT_/, 'certificate'],
  [/^ERR_SSL_/, 'tls'],
  [/^ERR_(PROXY|TUNNEL)_/, 'proxy-credentials'],
  [/^ERR_(INVALID_HTTP_RESPONSE|INVALID_RESPONSE)$/, 'no-http'],
]

/** What the proxy answered to CONNECT; the library says it in its message only. */
const proxyStatus = (error: unknown): number | undefined => {
  for (const { message } of chain(error)) {
    const [, status] = /^Proxy response \((\d{3})\)/.exec(message) ?? []
    if (status !== undefined) return Number(status)
  }
  return undefined
}

const codeOf = (error: Error): string | undefined =>
  'code' in error && typeof error.code === 'string' ? error.code : undefined

const chain = (error: unknown): readonly Error[] => {
  const found: Error[] = []
  for (let cause = error; cause instanceof Error && found.length < 5; cause = cause.cause) {
    found.push(cause)
    if (cause instanceof AggregateError)
      found.push(...cause.errors.filter((e) => e instanceof Error))
  }
  return found
}
