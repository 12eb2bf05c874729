import { describe, expect, it } from 'vitest'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromDocument } from '../rule.ts'
import { documentIsValid as rule } from './001-document-is-valid.ts'
import { noDocument, sampleDocument, samplePublished } from './sample-published.fixture.ts'

describe(rule.id, () => {
  it('conforms: OpenAPI with both operations', async () => {
    const published = samplePublished(sampleDocument())
    expect(await findingsOf(rule, published)).toEqual([])
    expect(rule.notApplicable?.(published)).toBeUndefined()
  })

  it('deviates: no responses, and a reference that leads nowhere', async () => {
    const document = {
      ...sampleDocument(),
      paths: { '/v1/person': { get: {} } },
      components: { schemas: { Person: { $ref: '#/components/schemas/None' } } },
    }
    expect(await findingsOf(rule, samplePublished(document))).toEqual([
      { at: '/paths/~1v1~1person/get/responses', expected: 'present', actual: 'absent' },
      {
        at: '/components/schemas/Person/$ref',
        expected: 'a place in the document',
        actual: fromDocument('#/components/schemas/None'),
      },
    ])
  })

  it('deviates: what was found is no document', async () => {
    expect(await findingsOf(rule, samplePublished(undefined))).toEqual([
      { at: 'content', expected: 'an OpenAPI document', actual: 'neither JSON nor YAML' },
    ])
  })

  it('does not apply where none was found, and warns', async () => {
    expect(rule.notApplicable?.(noDocument)).toBe(
      'warning: no OpenAPI document was found: /v3/api-docs answered 401',
    )
    expect(await findingsOf(rule, noDocument)).toEqual([])
  })
})
