import { describe, expect, test } from 'vitest'
import { sampleKinds, sampleReport } from '../report/sample-report.fixture.ts'
import { diff } from './diff.ts'
import { reportWith, type SampleAnswer } from './sample-exchanges.fixture.ts'

/** The differences between two servers that answer one request so, each in a line. */
const lines = (from: SampleAnswer, to: SampleAnswer): readonly string[] =>
  diff(reportWith(from), reportWith(to)).behaviour.differences.map(
    ({ code, at, from: before, to: after }) => `${code} ${at}: ${before} -> ${after}`,
  )

const fields = (...own: readonly (readonly [string, string])[]): SampleAnswer => ({ fields: own })
const mask = (shown: string, tag: string) => `[${shown}, 11 characters, #${tag}]`

describe('diff', () => {
  test.each(sampleKinds)('a report differs in nothing from itself: %s', (kind) => {
    expect(diff(sampleReport(kind), sampleReport(kind))).toMatchObject({
      same: true,
      rules: { differences: [] },
      behaviour: { differences: [] },
    })
  })

  test('what differs from run to run is no difference', () => {
    const answer = (tag: string, time: string, id: string): SampleAnswer => ({
      fields: [
        ['Date', `Mon, 23 Nov 2026 0${time}:00:00 GMT`],
        ['ETag', `"${id}"`],
        ['X-Correlation-Id', id],
        ['Content-Length', time],
        ['Set-Cookie', `BIGip=[cookie, 4${time} characters, #${tag}]; Path=/`],
        ['Link', `</errors/${id}>`],
      ],
      content: {
        personidentifikator: mask('pid as digits', tag),
        epostadresse: `[epostadresse as address, ${time} characters, #${tag}]`,
        spraak_oppdatert: `2026-0${time}-29T07:33:10+0${time}`,
      },
    })
    expect(
      lines(
        answer('0a0a0a0a', '2', '7f3c2a10-0000-4000-8000-00000000000a'),
        answer('1b1b1b1b', '1', 'c57e1f98-0000-4000-8000-00000000000b'),
      ),
    ).toEqual([])
  })

  test('an address is no difference, wherever it is written', () => {
    const at = (port: string) => {
      const [api, issuer] = [`https://127.0.0.1:${port}`, `http://localhost:1${port}`]
      const location = `${issuer}/authorize?iss=${encodeURIComponent(issuer)}`
      const report = reportWith({
        url: `${api}/rest/v1/person`,
        fields: [['Location', location]],
        content: { error: `${api} is closed, ask ${issuer}` },
        status: 400,
      })
      return { ...report, target: { ...report.target, apiUrl: `${api}/rest/v1/person`, issuer } }
    }
    expect(diff(at('8421'), at('9733')).behaviour.differences).toEqual([])
  })

  test('the form of a value survives its masking, and is told without the value', () => {
    const masked = (form: string): SampleAnswer => ({ content: { tid: mask(form, 'a1b2c3d4') } })
    expect(
      lines(masked('string as yyyy-mm-ddThh:mm:ss±hh'), masked('string as yyyy-mm-ddThh:mm:ssZ')),
    ).toEqual([
      'member-changed /tid: string: yyyy-mm-ddThh:mm:ss±hh -> string: yyyy-mm-ddThh:mm:ssZ',
    ])
    expect(lines(masked('pid as digits'), masked('pid as number'))).toEqual([
      'member-type-changed /tid: string: digits (11) -> integer',
    ])
  })

  test('of a person nothing is compared but forms, masked or in clear', () => {
    const person = (spraak: unknown): SampleAnswer => ({ content: { spraak } })
    expect(lines(person('nb'), person('en'))).toEqual([])
    expect(lines(person('nb'), person('NB'))).toEqual([
      'member-changed /spraak: string: lower case -> string: upper case',
    ])
    expect(lines(person('nb'), person(null))).toEqual([
      'member-type-changed /spraak: string: lower case -> null',
    ])
  })

  test('another status is told alone: all else follows from it', () => {
    const before = { content: { a: 1 }, fields: [['Vary', 'Accept']] } as const
    expect(lines(before, { status: 404, content: { error: 'x' } })).toEqual([
      'status-changed status: 200 -> 404',
    ])
  })

  test('a member that goes takes its own members with it', () => {
    expect(lines({ content: { k: { a: 'x', b: [1] } } }, { content: {} })).toEqual([
      'member-removed /k: object -> absent',
    ])
  })

  test('content of another kind is told alone', () => {
    const jws = { header: { alg: 'RS256' }, payload: { a: 1 }, certificates: [] }
    expect(lines({ jws }, { content: { a: 1 } })).toEqual([
      'content-changed content: compact JWS -> JSON object',
    ])
  })

  test('names of fields are the same in any case, their values are not', () => {
    expect(lines(fields(['Vary', 'Accept']), fields(['vary', 'Accept']))).toEqual([])
    expect(lines(fields(['Vary', 'Accept']), fields(['Vary', 'accept']))).toEqual([
      'field-changed vary: Accept -> accept',
    ])
  })

  test('a field of no standard that names the node is compared by its presence alone', () => {
    const nodes = (...names: readonly string[]) =>
      reportWith(...names.map((name, at) => ({ label: `GET ${at}`, ...fields(['X-Node', name]) })))
    expect(diff(nodes('a', 'b', 'a'), nodes('b', 'b', 'a')).behaviour.differences).toEqual([])
    expect(diff(nodes('a', 'a'), nodes('b', 'b')).behaviour.differences).toMatchObject([
      { code: 'field-changed', from: 'a', to: 'b', places: ['GET 0', 'GET 1'] },
    ])
  })

  test('the text of an error is compared, and what it calls the person is not', () => {
    const error = (text: string): SampleAnswer => ({ status: 403, content: { error: text } })
    expect(
      lines(
        error(`no ${mask('pid as digits', '00000001')}`),
        error(`no ${mask('pid as digits', '00000002')}`),
      ),
    ).toEqual([])
    expect(lines(error('forbidden'), error('not allowed'))).toEqual([
      'error-member-changed /error: "forbidden" -> "not allowed"',
    ])
  })

  test('several answers to the same request are taken together', () => {
    const twice = (second: SampleAnswer) => reportWith({}, second)
    expect(diff(twice({}), twice({ status: 404 })).behaviour.differences).toMatchObject([
      { code: 'status-changed', from: '200', to: '200 | 404' },
    ])
  })

  test('whatever language the run found, its requests are the same', () => {
    const change = (spraak: string): SampleAnswer => ({
      label: `PATCH person, spraak "${spraak}"`,
      status: 204,
    })
    expect(diff(reportWith(change('en')), reportWith(change('nb'))).same).toBe(true)
    expect(lines(change('en'), change('de')).map((line) => line.split(' ')[0])).toEqual([
      'exchange-removed',
      'exchange-added',
    ])
  })

  test('a server that is slower throughout is told, one answer that took long is not', () => {
    const taking = (...times: readonly number[]) =>
      reportWith(...times.map((elapsedMs) => ({ elapsedMs })))
    const usual = Array.from({ length: 20 }, (_, at) => 5 + at)
    expect(diff(taking(...usual), taking(...usual.with(3, 4_000))).same).toBe(true)
    expect(
      diff(taking(...usual), taking(...usual.map((own) => own + 300))).behaviour.differences,
    ).toMatchObject([{ code: 'latency-changed', at: 'fastest answer', from: '5 ms', to: '305 ms' }])
  })

  test('the remarks say what limits the comparison', () => {
    const { run, ...partial } = sampleReport('partial')
    const other = { ...partial, run: { ...run, ruleSet: 9, harnessVersion: '9.0.0' } }
    expect(diff(sampleReport('deviating'), other).remarks).toEqual([
      'The second run was partial: it judged selected rules only.',
      'The two runs judged by different sets of rules: 1 and 9.',
      'Different versions of the harness made the two reports (0.1.0 and 9.0.0): what it asks may have changed.',
    ])
  })
})
