import { STATUS_CODES } from 'node:http'
import { visibleJson } from '../../evidence/visible-text.ts'
import type { ConformanceReport, RecordedExchange, RecordedMessage } from '../model.ts'

type Attempt = RecordedExchange['failedAttempts'][number]

/**
 * The exchanges as HAR 1.2, each attempt an entry of its own; without a response its status is 0. Cookies are not taken
 * apart: what may be shown of them stands in the fields. The protocol version was not recorded.
 */
export const writeHar = ({ exchanges, run }: ConformanceReport): string => {
  const entries = exchanges.flatMap((exchange) => [
    ...exchange.failedAttempts.map((attempt) => failedEntry(exchange, attempt)),
    entry(exchange),
  ])
  const log = {
    version: '1.2',
    creator: { name: 'krr-conformance', version: run.harnessVersion },
    entries,
    comment: 'Masked where recorded: secrets and personal values are not in this file.',
  }
  return `${visibleJson({ log }, 2)}\n`
}

const entry = (exchange: RecordedExchange) => ({
  _id: exchange.id,
  startedDateTime: exchange.startedAt,
  time: exchange.elapsedMs,
  request: request(exchange),
  response: response(exchange.response),
  cache: {},
  timings: { send: 0, wait: exchange.elapsedMs, receive: 0 },
  comment: `${exchange.id} ${exchange.label}${exchange.trouble === undefined ? '' : `: ${exchange.trouble}`}`,
})

const failedEntry = (exchange: RecordedExchange, attempt: Attempt) => ({
  _id: exchange.id,
  startedDateTime: attempt.startedAt,
  time: attempt.elapsedMs,
  request: request(exchange),
  response: response({ status: 0, fields: [], contentLength: 0 }),
  cache: {},
  timings: { send: 0, wait: attempt.elapsedMs, receive: 0 },
  comment: `${exchange.id} ${exchange.label}: ${attempt.trouble}`,
})

const request = ({ request: sent }: RecordedExchange) => ({
  method: sent.method,
  url: sent.url,
  httpVersion: 'unknown',
  cookies: [],
  headers: headers(sent),
  queryString: queryString(sent.url),
  headersSize: -1,
  bodySize: sent.contentLength,
  ...(sent.content === undefined
    ? {}
    : { postData: { mimeType: mimeType(sent), params: [], text: sent.content } }),
})

const response = (received: RecordedMessage & { readonly status: number }) => ({
  status: received.status,
  statusText: STATUS_CODES[received.status] ?? '',
  httpVersion: 'unknown',
  cookies: [],
  headers: headers(received),
  content: {
    size: received.contentLength,
    mimeType: mimeType(received),
    ...(received.content === undefined ? {} : { text: received.content }),
  },
  redirectURL: received.fields.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? '',
  headersSize: -1,
  bodySize: received.contentLength,
})

const headers = ({ fields }: RecordedMessage) => fields.map(([name, value]) => ({ name, value }))

const mimeType = ({ contentType }: RecordedMessage): string =>
  contentType ?? 'application/octet-stream'

/** By hand, for a masked address need not be one that `URL` accepts; nothing is decoded. */
const queryString = (url: string) => {
  const [, query = ''] = url
    .split('#', 1)
    .join('')
    .split(/\?(.*)/s)
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return { name, value: value.join('=') }
    })
}
