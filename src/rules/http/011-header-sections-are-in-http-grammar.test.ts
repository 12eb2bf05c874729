import { describe, expect, it } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { headerSectionsAreInHttpGrammar as rule } from './011-header-sections-are-in-http-grammar.ts'

const withLines = (...lines: readonly string[]) => {
  const { response, ...exchange } = sampleExchange()
  const text = ['HTTP/1.1 200 OK', 'Content-Type: application/json', ...lines].join('\r\n')
  const head = new Uint8Array(Buffer.from(text, 'latin1'))
  return { raw: { ...exchange, response: { ...response, head } } }
}

describe(rule.id, () => {
  it.each([
    [['Content-Length: 12']],
    [['Content-Length: 12', 'Content-Length: 12']],
    [['Content-Length: 12, 12']],
    [['Transfer-Encoding: chunked']],
    [['X-Empty:', 'X-Name: æøå\tand a tab', "x-!#$%&'*+.^_`|~1: any token"]],
  ])('conforms: %j', async (lines) => {
    expect(await findingsOf(rule, withLines(...lines))).toEqual([])
  })

  it.each([
    ['X-A: b\u0001c', 'X-A', 'no control character in the value', 'X-A: b\\x01c'],
    ['X-A: b\u0000', 'X-A', 'no control character in the value', 'X-A: b\\x00'],
    ['X-A: b\u007f', 'X-A', 'no control character in the value', 'X-A: b\\x7f'],
    ['X-A: b\rc', 'X-A', 'no control character in the value', 'X-A: b\\x0dc'],
    ['X-A : b', 'X-A', 'no white space before the colon', 'X-A : b'],
    ['X-A\t: b', 'X-A', 'no white space before the colon', 'X-A\\x09: b'],
    [' X-A: b', 'X-A', 'no line folding', ' X-A: b'],
    ['X(A): b', 'field line 2', 'a token as the name', 'X(A): b'],
    [': b', 'field line 2', 'a token as the name', ': b'],
    ['nothing', 'field line 2', 'a name and a colon', 'nothing'],
    ['Content-Length: +2', 'Content-Length', 'a number of bytes', '+2'],
    ['Content-Length:', 'Content-Length', 'a number of bytes', ''],
  ])('deviates: %j', async (line, at, expected, actual) => {
    expect(await findingsOf(rule, withLines(line))).toEqual([
      { at, expected, actual: fromWire(actual) },
    ])
  })

  it('deviates: two lengths, and a length beside chunks', async () => {
    expect(await findingsOf(rule, withLines('Content-Length: 2', 'content-length: 3'))).toEqual([
      { at: 'Content-Length', expected: 'one length', actual: fromWire('2, 3') },
    ])
    const both = withLines('Content-Length: 2', 'Transfer-Encoding: gzip, chunked')
    expect(await findingsOf(rule, both)).toEqual([
      {
        at: 'Content-Length',
        expected: 'no Content-Length beside Transfer-Encoding',
        actual: fromWire('2; gzip, chunked'),
      },
    ])
  })

  it('deviates: a line that ends in LF alone', async () => {
    expect(await findingsOf(rule, withLines('X-A: b\nX-C: d'))).toEqual([
      { at: 'header section', expected: 'CR LF at the end of each line', actual: 'LF alone' },
    ])
  })

  it('shows no more than 120 characters of a line', async () => {
    const [finding] = await findingsOf(rule, withLines(`X-A: ${'b'.repeat(5_000)}\u0001`))
    expect(JSON.stringify(finding?.actual).length).toBeLessThan(160)
  })

  it('deviates: what a client’s parser refused, by the request and its reason', async () => {
    const refused = [{ label: 'GET person, alg none', because: 'Invalid header token' }]
    expect(await findingsOf(rule, { refused })).toEqual([
      {
        at: 'GET person, alg none',
        expected: 'an answer that a client can parse',
        actual: fromWire('Invalid header token'),
      },
    ])
    expect(await findingsOf(rule, { refused: [] })).toEqual([])
  })
})
