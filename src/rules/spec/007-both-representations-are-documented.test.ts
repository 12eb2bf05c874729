import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../evidence/json.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { bothRepresentationsAreDocumented as rule } from './007-both-representations-are-documented.ts'
import { noDocument, sampleDocument, samplePublished } from './sample-published.fixture.ts'

const documenting = (content: JsonObject) =>
  samplePublished({
    ...sampleDocument(),
    paths: { '/v1/person': { get: { responses: { 200: { content } } } } },
  })

describe(rule.id, () => {
  it('conforms: both by name', async () => {
    const published = documenting({ 'application/jose': {}, 'application/json;charset=UTF-8': {} })
    expect(await findingsOf(rule, published)).toEqual([])
    expect(rule.notApplicable?.(published)).toBeUndefined()
  })

  it('deviates: one only, or a range for both', async () => {
    const jose = { at: 'GET 200 application/jose', expected: 'present', actual: 'absent' }
    expect(await findingsOf(rule, samplePublished(sampleDocument()))).toEqual([jose])
    expect(await findingsOf(rule, documenting({ '*/*': {} }))).toEqual([
      { at: 'GET 200 application/json', expected: 'present', actual: 'absent' },
      jose,
    ])
  })

  it.each([
    [noDocument, 'no OpenAPI document was found: /v3/api-docs answered 401'],
    [
      samplePublished({ ...sampleDocument(), paths: { '/v1/person': { patch: {} } } }),
      'the document describes no 200 of GET: KRR-SPEC-002',
    ],
  ])('does not apply without a 200 of GET: case %#', async (published, reason) => {
    expect(rule.notApplicable?.(published)).toBe(reason)
    expect(await findingsOf(rule, published)).toEqual([])
  })
})
