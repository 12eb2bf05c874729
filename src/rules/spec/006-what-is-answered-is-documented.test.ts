import { describe, expect, it } from 'vitest'
import { sampleExchange } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { whatIsAnsweredIsDocumented as rule } from './006-what-is-answered-is-documented.ts'
import { noDocument, sampleDocument, samplePublished } from './sample-published.fixture.ts'

const published = samplePublished(sampleDocument())

const answer = (method: string, status: number, type?: string) =>
  sampleExchange({
    method,
    status,
    fields: type === undefined ? [] : [['Content-Type', type]],
    content: type === undefined ? '' : '{}',
  })

describe(rule.id, () => {
  it('conforms: what is documented, with parameters, and a method that is not described', async () => {
    const answers = [
      answer('GET', 200, 'application/json; charset=utf-8'),
      answer('PATCH', 204),
      answer('POST', 405, 'text/html'),
    ]
    expect(await findingsOf(rule, { published, answers })).toEqual([])
  })

  it('conforms: a range of statuses and one of media types', async () => {
    const responses = { '4XX': { content: { 'application/*': {} } }, default: { content: {} } }
    const document = { ...sampleDocument(), paths: { '/v1/person': { get: { responses } } } }
    const answers = [answer('GET', 403, 'application/json'), answer('GET', 500)]
    expect(await findingsOf(rule, { published: samplePublished(document), answers })).toEqual([])
  })

  it('deviates: another status, another media type, content where none is documented', async () => {
    const answers = [
      answer('GET', 401, 'application/json'),
      answer('GET', 200, 'application/jose'),
      answer('PATCH', 204, 'text/plain'),
    ]
    expect(await findingsOf(rule, { published, answers })).toEqual([
      { at: 'GET 401', expected: 'documented', actual: 'not documented' },
      {
        at: 'GET 200 Content-Type',
        expected: fromWire('application/json'),
        actual: fromWire('application/jose'),
      },
      {
        at: 'PATCH 204 Content-Type',
        expected: 'no content, as documented',
        actual: fromWire('text/plain'),
      },
    ])
  })

  it('names every media type that is documented, and judges none without one', async () => {
    const responses = { 200: { content: { 'application/json': {}, 'application/jose': {} } } }
    const document = { ...sampleDocument(), paths: { '/v1/person': { get: { responses } } } }
    const untyped = sampleExchange({ content: '{}' })
    const empty = sampleExchange({ fields: [['Content-Type', 'text/plain']] })
    const answers = [answer('GET', 200, 'text/plain'), untyped, empty]
    expect(await findingsOf(rule, { published: samplePublished(document), answers })).toEqual([
      {
        at: 'GET 200 Content-Type',
        expected: fromWire('application/json, application/jose'),
        actual: fromWire('text/plain'),
      },
    ])
  })

  it('does not apply without a document', async () => {
    const answers = [answer('GET', 200, 'text/plain')]
    const others = samplePublished({ ...sampleDocument(), paths: {} })
    for (const [published, reason] of [
      [noDocument, 'no OpenAPI document was found: /v3/api-docs answered 401'],
      [samplePublished(undefined), 'the document is neither JSON nor YAML'],
      [others, 'the document does not describe the person resource: KRR-SPEC-002'],
    ] as const) {
      expect(rule.notApplicable?.({ published, answers })).toBe(reason)
      expect(await findingsOf(rule, { published, answers })).toEqual([])
    }
  })
})
