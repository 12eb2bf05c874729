import type { Handling, Way } from '../../reference/front.fixture.ts'
import type { TlsVariation } from '../../reference/pki/pki.ts'

/** Trouble between the harness and an environment that is in order. */
export interface Fault {
  readonly title: string
  /** What happens on the way to the API, and to ID-porten; nothing where it is not said. */
  readonly api?: Handling
  readonly op?: Handling
  /** In what the API's certificate differs. */
  readonly tls?: TlsVariation
  /** Nothing listens at either of them. */
  readonly isGone?: true
  /** Addresses in the place of those that the environment has. */
  readonly addresses?: Readonly<Record<string, string>>
  /** What the line about it says: what is down, and why most likely. */
  readonly says: readonly RegExp[]
  /** How many lines there are, where more than one thing is down. */
  readonly lines?: number
}

const page =
  '<!doctype html><title>Hotel Bristol</title><h1>Welcome. Accept the terms to go online.</h1>'

const answer =
  (status: number, fields: Readonly<Record<string, string>> = {}): Handling =>
  ({ request, response }) => {
    request.resume()
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...fields }).end(page)
  }

/** Writes part of an answer, and then ends the connection as it is said. */
const partly =
  (text: string, end: (way: Way) => void): Handling =>
  (way) => {
    way.request.resume()
    way.socket.write(text, () => end(way))
  }

const reset: Handling = (way) => way.reset()

const onlyAt =
  (path: RegExp, handle: Handling): Handling =>
  (way) =>
    path.test(way.request.url ?? '') ? handle(way) : way.pass()

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n'

const byteForByte: Handling = ({ request, socket }) => {
  request.resume()
  socket.write(head)
  const timer = setInterval(() => socket.write('{'), 1_000)
  socket.once('close', () => clearInterval(timer))
}

const silence: Handling = ({ request }) => void request.resume()

/** An answer by a clock that is so many seconds ahead of this machine's, behind it where negative. */
export const byAnotherClock =
  (seconds: number): Handling =>
  ({ pass }) =>
    pass((fields) =>
      fields.map((value, at) =>
        at % 2 === 1 && fields[at - 1]?.toLowerCase() === 'date'
          ? new Date(Date.parse(value) + seconds * 1_000).toUTCString()
          : value,
      ),
    )

const day = 86_400_000
const api = /^The API \(https:\/\/127\.0\.0\.1:\d+\) gives no answer to judge since "/
const provider = (what: string) =>
  new RegExp(`^ID-porten \\(http://localhost:\\d+\\) gives no answer to judge since "${what}`)

/** The faults of the network and of what stands in it, by the names of the environments that they are put before. */
export const faults = {
  'no-such-name': {
    title: 'a DNS name that does not exist',
    addresses: {
      API_URL: 'https://api.krr.invalid/rest/v1/person',
      ISSUER: 'https://idporten.krr.invalid',
    },
    lines: 2,
    says: [/^ID-porten \(https:\/\/idporten\.krr\.invalid\) .*host name/, /mistyped/],
  },
  refused: {
    title: 'connections are refused',
    isGone: true,
    lines: 2,
    says: [provider('GET provider metadata'), /refused \(ECONNREFUSED\)/, /nothing listens/],
  },
  'reset-before-headers': {
    title: 'connections are reset before the headers',
    api: reset,
    says: [api, /closed before the answer was whole|reset/, /drops connections/],
  },
  'reset-in-headers': {
    title: 'connections are reset in the middle of the headers',
    api: partly('HTTP/1.1 200 OK\r\nContent-Ty', reset),
    says: [api, /closed before the answer was whole|reset/, /drops connections/],
  },
  'reset-in-body': {
    title: 'connections are reset in the middle of the body',
    api: partly(`${head}{"personidentif`, reset),
    says: [api, /closed before the answer was whole|reset/, /drops connections/],
  },
  'api-hangs': {
    title: 'the API never answers',
    api: silence,
    says: [api, /no answer came in time/, /hangs/],
  },
  'op-hangs': {
    title: 'ID-porten never answers',
    op: silence,
    says: [provider('GET provider metadata'), /no answer came in time/, /hangs/],
  },
  'token-endpoint-hangs': {
    title: 'the token endpoint never answers',
    op: onlyAt(/^\/token/, silence),
    says: [provider('token request'), /no answer came in time/, /hangs/],
  },
  'api-drips': {
    title: 'the API sends one byte per second',
    api: byteForByte,
    says: [api, /content did not come in time/, /hangs/],
  },
  'op-drips': {
    title: 'ID-porten sends one byte per second',
    op: byteForByte,
    says: [provider('GET provider metadata'), /content did not come in time/, /hangs/],
  },
  'other-name': {
    title: 'the certificate is of another name',
    tls: { hosts: { names: ['other.example'], ipv4: [] } },
    says: [api, /certificate is not valid \(ERR_TLS_CERT_ALTNAME_INVALID\)/, /KRR-TLS-001/],
  },
  'expired-certificate': {
    title: 'the certificate has expired',
    tls: { notBefore: new Date(Date.now() - 90 * day), notAfter: new Date(Date.now() - day) },
    says: [api, /certificate is not valid \(CERT_HAS_EXPIRED\)/, /has expired/],
  },
  'too-many-requests': {
    title: '429 without Retry-After',
    api: answer(429),
    says: [api, /status 429/, /lower KRR_TOO_MANY_REQUESTS_MAX_REQUESTS_PER_SECOND/],
  },
  'retry-after': {
    title: '429 with Retry-After',
    api: answer(429, { 'Retry-After': '1' }),
    says: [api, /status 429/, /MAX_REQUESTS_PER_SECOND/],
  },
  'retry-much-later': {
    title: '429 with a Retry-After that nobody waits for',
    api: answer(429, { 'Retry-After': '3600' }),
    says: [api, /sent once\): status 429/],
  },
  'bad-gateway': {
    title: '502 in HTML',
    api: answer(502),
    says: [api, /status 502/, /gateway/],
  },
  unavailable: {
    title: '503 in HTML, from ID-porten too',
    api: answer(503),
    op: answer(503),
    lines: 2,
    says: [provider('GET provider metadata'), /status 503/, /gateway/],
  },
  'gateway-timeout': {
    title: '504 in HTML',
    api: answer(504),
    says: [api, /status 504/, /gateway/],
  },
  'captive-portal': {
    title: 'a captive portal: a web page for everything',
    api: answer(200),
    op: answer(200),
    says: [/^GET provider metadata: a web page \(status 200, text\/html\) came/, /captive portal/],
  },
  'captive-redirect': {
    title: 'a captive portal: a redirect to its own host for everything',
    api: answer(302, { Location: 'http://portal.example/login' }),
    op: answer(302, { Location: 'http://portal.example/login' }),
    says: [/^GET provider metadata: a redirect to another host/, /captive portal/],
  },
  truncated: {
    title: 'the body is truncated',
    api: partly(`${head}{"personidentif`, ({ socket }) => void socket.end()),
    says: [api, /truncated|closed before the answer was whole/, /drops connections/],
  },
  'metadata-down': {
    title: 'the metadata are down',
    op: onlyAt(/^\/\.well-known/, reset),
    says: [provider('GET provider metadata'), /drops connections/],
  },
  'jwks-down': {
    title: 'the JWK Set is down',
    op: onlyAt(/jwks/, answer(503)),
    says: [provider('GET JWK Set'), /status 503/, /gateway/],
  },
  'token-endpoint-down': {
    title: 'the token endpoint is down',
    op: onlyAt(/^\/token/, answer(503)),
    says: [provider('token request'), /status 503/, /gateway/],
  },
  'clock-two-minutes-off': {
    title: 'the clock of this machine is two minutes off',
    api: byAnotherClock(-120),
    op: byAnotherClock(-120),
    says: [
      /^The clock of this machine is (119|120|121) s ahead of ID-porten and the API alike/,
      /not kept by NTP/,
    ],
  },
} as const satisfies Readonly<Record<string, Fault>>
