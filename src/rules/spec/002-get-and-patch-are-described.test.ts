import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { getAndPatchAreDescribed as rule } from './002-get-and-patch-are-described.ts'
import { noDocument, sampleDocument, samplePublished } from './sample-published.fixture.ts'

describe(rule.id, () => {
  it('conforms: both operations below a prefix of the server', async () => {
    expect(await findingsOf(rule, samplePublished(sampleDocument()))).toEqual([])
  })

  it('deviates: PATCH is missing', async () => {
    const document = { ...sampleDocument(), paths: { '/v1/person': { get: {} } } }
    expect(await findingsOf(rule, samplePublished(document))).toEqual([
      { at: '/paths/~1v1~1person/patch', expected: 'present', actual: 'absent' },
    ])
  })

  it('deviates: only the machine-to-machine resource is described', async () => {
    const document = { ...sampleDocument(), paths: { '/v1/personer': { post: {} } } }
    expect(await findingsOf(rule, samplePublished(document))).toEqual([
      { at: '/paths', expected: 'the person resource', actual: 'absent' },
    ])
  })

  it.each([
    [noDocument, 'no OpenAPI document was found: /v3/api-docs answered 401'],
    [samplePublished(undefined), 'the document is neither JSON nor YAML'],
    [samplePublished({}), 'the document is neither OpenAPI 3 nor Swagger 2'],
    [samplePublished(sampleDocument()), undefined],
  ])('does not apply without a document: case %#', (published, reason) => {
    expect(rule.notApplicable?.(published)).toBe(reason)
  })
})
