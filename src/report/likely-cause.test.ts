import { describe, expect, test } from 'vitest'
import { likelyCause } from './diagnosis.ts'

describe('the likely cause', () => {
  test.each([
    ['the host name does not exist (ENOTFOUND)', /mistyped \(KRR_MY_TEST_API_URL/],
    ['the connection is refused (ECONNREFUSED)', /nothing listens/],
    ['the certificate is not valid (CERT_HAS_EXPIRED)', /KRR_MY_TEST_CA/],
    ['TLS is refused (EPROTO)', /no TLS is spoken/],
    ['status 407 from the proxy', /HTTPS_PROXY/],
    ['status 511', /captive portal/],
    ['status 429', /KRR_MY_TEST_MAX_REQUESTS_PER_SECOND/],
    ['status 502', /gateway/],
    ['status 504', /gateway/],
    ['no answer came in time (ANSWER_HEADERS_TIMEOUT)', /hangs/],
    ['the connection timed out (UND_ERR_CONNECT_TIMEOUT)', /hangs/],
    ['the connection was reset (ECONNRESET)', /drops connections/],
    ['the content is truncated (UND_ERR_RES_CONTENT_LENGTH_MISMATCH)', /drops connections/],
    ['what came is no HTTP', /something else listens/],
    ['the answer breaks the grammar of HTTP (Invalid header token)', /KRR-HTTP-011/],
    [
      'the header section has more than 16384 bytes (UND_ERR_HEADERS_OVERFLOW)',
      /a cookie or a trace/,
    ],
    ['the certificate is not valid (UNABLE_TO_VERIFY_LEAF_SIGNATURE)', /intermediate certificate/],
    ['status 403 from the proxy', /policy/],
    ["a web page (status 200, text/html) came in the place of op's JSON document", /portal/],
    ['the clock of this machine is 120 s ahead of ID-porten', /NTP/],
    ['the run has sent the 500 requests that it may send (the request budget)', /again and again/],
    ['login of MAIN stopped: the page asks again after it was answered', /locked/],
    ['login of MAIN stopped: the next page is not known', /login page has changed/],
    [
      'login of MAIN stopped: no answer to the form came, and it is not sent again',
      /drops connect/,
    ],
    [
      'login of MAIN stopped: the next page did not come (ERR_CONNECTION_RESET)',
      /drops connections/,
    ],
    ['login of MAIN stopped: Target page, context or browser has been closed', /crashed/],
  ])('of "%s"', (trouble, cause) => {
    expect(likelyCause(trouble, 'my-test')).toMatch(cause)
  })

  test('is not guessed where the trouble says enough itself', () => {
    expect(likelyCause('no test user MAIL_ONLY is configured', 'test')).toBeUndefined()
  })
})
