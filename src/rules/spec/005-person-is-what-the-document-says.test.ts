import { describe, expect, it } from 'vitest'
import { sampleJws, sampleReading } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { personIsWhatTheDocumentSays as rule } from './005-person-is-what-the-document-says.ts'
import { noDocument, sampleDocument, samplePublished } from './sample-published.fixture.ts'

const schema = {
  type: 'object',
  required: ['personidentifikator', 'navn'],
  properties: {
    personidentifikator: { type: 'string', format: 'uuid' },
    spraak: { type: 'string', enum: ['nb', 'nn'] },
    status: { type: 'integer' },
  },
  additionalProperties: true,
}

const lenient = { type: 'object', properties: { spraak: { type: 'string', format: 'uuid' } } }

const withSchema = (person: typeof schema | object) =>
  samplePublished(sampleDocument({ ...person }))

describe(rule.id, () => {
  it('conforms: a person of the published schema, format being an annotation', async () => {
    const subject = { published: withSchema(lenient), reading: sampleReading() }
    expect(rule.notApplicable?.(subject)).toBeUndefined()
    expect(await findingsOf(rule, subject)).toEqual([])
    expect(rule.met?.(subject)).toBeUndefined()
  })

  it('conforms: a JWS payload with registered claims beside a person that allows nothing else', async () => {
    const published = withSchema({
      type: 'object',
      properties: { spraak: { type: 'string' } },
      additionalProperties: false,
    })
    const reading = sampleReading({ jws: sampleJws })
    const person = { spraak: 'nb', iat: 1 }
    expect(await findingsOf(rule, { published, reading: { ...reading, person } })).toEqual([])
  })

  it('deviates: a code that is not published, another type, a member missing', async () => {
    const subject = {
      published: withSchema(schema),
      reading: sampleReading({ person: { spraak: 'en' } }),
    }
    expect(await findingsOf(rule, subject)).toEqual([
      { at: '/navn', expected: 'present', actual: 'absent' },
      { at: '/spraak', expected: 'one of nb, nn', actual: fromWire('en') },
      { at: '/status', expected: 'an integer', actual: fromWire('AKTIV') },
    ])
  })

  it('deviates: a member the schema does not allow, whose name is not shown', async () => {
    const subject = {
      published: withSchema({ type: 'object', additionalProperties: false }),
      reading: { ...sampleReading(), person: { 'test@example.org': 1 } },
    }
    expect(await findingsOf(rule, subject)).toEqual([
      { at: '/*', expected: 'absent', actual: fromWire(1) },
    ])
  })

  it('says what it accepted unjudged', () => {
    const allOf = ['p', 'q'].map((name) => ({ $ref: `https://elsewhere.example/${name}.json` }))
    const subject = { published: withSchema({ ...lenient, allOf }), reading: sampleReading() }
    expect(rule.met?.(subject)).toBe(
      'accepted unjudged: https://elsewhere.example/p.json is not in the document; ' +
        'https://elsewhere.example/q.json is not in the document',
    )
  })

  it('deviates: a nesting that no stack would hold, without a throw', async () => {
    const nested = { $ref: '#/components/schemas/Nested' }
    const published = samplePublished({
      ...sampleDocument({ type: 'object', additionalProperties: nested }),
      components: {
        schemas: { Nested: { type: 'object', additionalProperties: nested } },
      },
    })
    const person = JSON.parse(`${'{"a":'.repeat(100_000)}{}${'}'.repeat(100_000)}`)
    expect(await findingsOf(rule, { published, reading: { ...sampleReading(), person } })).toEqual([
      { at: '', expected: 'a document that a schema can describe', actual: 'absent' },
    ])
  })

  it('cannot be judged by a schema that cannot be compiled', async () => {
    const subject = { published: withSchema({ type: 'text' }), reading: sampleReading() }
    expect(rule.notApplicable?.(subject)).toBeUndefined()
    expect(rule.cannotTell?.(subject)).toMatch(/^the schema cannot be compiled: /)
    expect(rule.cannotTell?.({ ...subject, published: withSchema(lenient) })).toBeUndefined()
  })

  it('conforms: members called as what every object has', async () => {
    const properties = { constructor: { type: 'string' }, toString: { type: 'integer' } }
    const subject = {
      published: withSchema({ type: 'object', properties }),
      reading: sampleReading(),
    }
    expect(await findingsOf(rule, subject)).toEqual([])
    const required = withSchema({ type: 'object', properties, required: ['constructor'] })
    expect(await findingsOf(rule, { ...subject, published: required })).toEqual([
      { at: '/constructor', expected: 'present', actual: 'absent' },
    ])
  })

  it.each([
    [noDocument, 'no OpenAPI document was found: /v3/api-docs answered 401'],
    [samplePublished(undefined), 'the document is neither JSON nor YAML'],
    [samplePublished({}), 'the document has no schema for a 200 of GET'],
    [withSchema({}), 'the schema for a 200 of GET says nothing'],
    [
      withSchema({ $ref: 'p.json' }),
      'the schema for a 200 of GET says nothing: p.json is not in the document',
    ],
  ])('does not apply without a schema to judge by: case %#', async (published, reason) => {
    const subject = { published, reading: sampleReading() }
    expect(rule.notApplicable?.(subject)).toEqual(reason)
    expect(rule.met?.(subject)).toBeUndefined()
    expect(await findingsOf(rule, subject)).toEqual([])
  })
})
