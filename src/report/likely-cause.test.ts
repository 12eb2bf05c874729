import { describe, expect, test } from 'vitest'
import { type TroubleKind, troubleKinds } from '../evidence/obstacle.ts'
import { kindOfNetError, passingTrouble, transportTrouble } from '../evidence/trouble.ts'
import { likelyCause } from './diagnosis.ts'

const causeOf = (kind: TroubleKind) => likelyCause(kind, 'my-test')

const thrown = (code: string) => Object.assign(new Error('what the library says'), { code })

const parsing = (because: string) =>
  Object.assign(new Error(`Response does not match the HTTP/1.1 protocol (${because})`), {
    name: 'HTTPParserError',
  })

describe('the likely cause', () => {
  test.each([
    ['ENOTFOUND', 'the host name does not exist', /mistyped \(KRR_MY_TEST_API_URL/],
    ['ECONNREFUSED', 'the connection is refused', /nothing listens/],
    ['CERT_HAS_EXPIRED', 'the certificate is not valid', /KRR_MY_TEST_CA/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'the certificate is not valid', /intermediate certificate/],
    ['EPROTO', 'TLS is refused', /no TLS is spoken/],
    ['ANSWER_HEADERS_TIMEOUT', 'no answer came in time', /hangs/],
    ['UND_ERR_CONNECT_TIMEOUT', 'the connection timed out', /hangs/],
    ['UND_ERR_HEADERS_TIMEOUT', 'the proxy took the connection', /NO_PROXY/],
    ['ECONNRESET', 'the connection was reset', /drops connections/],
    ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'the content is truncated', /drops connections/],
    ['UND_ERR_HEADERS_OVERFLOW', 'the header section has more than', /a cookie or a trace/],
    ['UND_ERR_ABORTED', 'the request was given up', /HTTPS_PROXY/],
    ['A_CODE_OF_TOMORROW', 'the connection failed', /drops connections/],
  ])('of %s', (code, words, cause) => {
    const { kind, text } = transportTrouble(new TypeError('fetch failed', { cause: thrown(code) }))
    expect(text).toContain(words)
    expect(text).toContain(`(${code})`)
    expect(causeOf(kind)).toMatch(cause)
  })

  test.each([
    ['Invalid header value char', /KRR-HTTP-011/],
    ['Expected HTTP/', /something else listens/],
  ])('of what the parser refuses: %s', (because, cause) => {
    expect(causeOf(transportTrouble(parsing(because)).kind)).toMatch(cause)
  })

  test.each([
    [403, /policy/],
    [407, /HTTPS_PROXY/],
  ])('of status %i from the proxy', (status, cause) => {
    const { kind } = transportTrouble(new Error(`Proxy response (${status}) !== 200`))
    expect(causeOf(kind)).toMatch(cause)
  })

  test.each([
    [407, /HTTPS_PROXY/],
    [429, /KRR_MY_TEST_MAX_REQUESTS_PER_SECOND/],
    [502, /gateway/],
    [504, /gateway/],
    [511, /captive portal/],
  ])('of status %i', (status, cause) => {
    const trouble = passingTrouble({ status, fields: [], content: new Uint8Array() })
    expect(causeOf(trouble?.kind ?? 'other')).toMatch(cause)
  })

  test.each([
    ['ERR_NAME_NOT_RESOLVED', /mistyped/],
    ['ERR_CONNECTION_REFUSED', /nothing listens/],
    ['ERR_CONNECTION_RESET', /drops connections/],
    ['ERR_CERT_AUTHORITY_INVALID', /KRR_MY_TEST_CA/],
    ['ERR_TIMED_OUT', /hangs/],
    ['ERR_SSL_PROTOCOL_ERROR', /no TLS/],
    ['ERR_PROXY_AUTH_UNSUPPORTED', /HTTPS_PROXY/],
  ])('of what the browser calls %s', (name, cause) => {
    expect(causeOf(kindOfNetError(name))).toMatch(cause)
  })

  test.each([
    ['foreign-page', /portal/],
    ['clock', /NTP/],
    ['request-budget', /again and again/],
    ['credentials', /locked/],
    ['login-page-unknown', /login page has changed/],
    ['login-slow', /KRR_MY_TEST_STEP_SECONDS/],
    ['client-registration', /doctor/],
    ['browser-ended', /crashed/],
  ] as const)('of %s', (kind, cause) => {
    expect(causeOf(kind)).toMatch(cause)
  })

  test('is not guessed where the trouble says enough itself', () => {
    expect(troubleKinds.filter((kind) => causeOf(kind) === undefined)).toEqual([
      'given-up',
      'login-host',
      'login-redirects',
      'login-answer',
      'browser-start',
      'operator',
      'other',
    ])
  })
})
