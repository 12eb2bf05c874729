import { describe, expect, test } from 'vitest'
import { sampleExchange } from '../rules/body/sample-reading.fixture.ts'
import { requireOwnAnswer } from './own-answer.ts'

const answered = (status: number, fields: readonly (readonly [string, string])[]) => ({
  ...sampleExchange({ status, fields }),
  label: 'GET provider metadata',
  request: {
    method: 'GET',
    url: 'https://op.example/.well-known/openid-configuration',
    fields: [],
  },
})
const html = ['Content-Type', 'text/html; charset=utf-8'] as const

describe('the provider’s own answer', () => {
  test.each([
    ['a web page', answered(200, [html]), 'a web page (status 200, text/html)'],
    [
      'a redirect to another host',
      answered(302, [['Location', 'http://portal.example/login']]),
      'a redirect to another host (status 302)',
    ],
    [
      'a redirect to another port',
      answered(307, [['Location', 'https://op.example:8443/']]),
      'a redirect to another host (status 307)',
    ],
  ])('is not %s', (_, exchange, what) => {
    expect(() => requireOwnAnswer(exchange)).toThrow(
      `GET provider metadata: ${what} came in the place of op.example's JSON document`,
    )
  })

  test.each([
    ['a JSON document', answered(200, [['Content-Type', 'application/json']])],
    ['an error, a page or not: that is the provider’s', answered(500, [html])],
    ['a redirect on its own host', answered(301, [['Location', '/metadata']])],
    ['a redirect to nowhere', answered(302, [['Location', 'http://']])],
    ['an answer that does not say what it is', answered(200, [])],
  ])('is %s', (_, exchange) => {
    expect(() => requireOwnAnswer(exchange)).not.toThrow()
  })
})
