import { describe, expect, it } from 'vitest'
import { standaloneSchema } from './schema-conversion.ts'
import { schemaJudge } from './schema-judge.ts'

const document = (schemas: object, openapi = '3.0.3') => ({ openapi, components: { schemas } })

describe('standaloneSchema', () => {
  it('keeps what judges and leaves annotations and formats out', () => {
    const source = {
      type: 'object',
      description: 'a person',
      example: { id: 1 },
      'x-order': 1,
      properties: { id: { type: 'string', format: 'uuid', minLength: 1 } },
    }
    expect(standaloneSchema(document({}), source).schema).toEqual({
      type: 'object',
      properties: { id: { type: 'string', minLength: 1 } },
    })
  })

  it('carries what it refers to, circles included', () => {
    const schemas = {
      Node: { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } },
    }
    const { schema } = standaloneSchema(document(schemas), { $ref: '#/components/schemas/Node' })
    const judge = schemaJudge(schema)
    expect(judge({ next: { next: {} } })).toEqual([])
    expect(judge({ next: { next: 1 } })).toEqual([
      { at: '/next/next', expected: 'an object', actual: 1 },
    ])
  })

  it('accepts null where OpenAPI 3.0 says nullable, beside an enum and around a reference too', () => {
    const schemas = { Code: { type: 'string', enum: ['a'] } }
    const source = {
      type: 'object',
      properties: {
        plain: { type: 'string', nullable: true, enum: ['a'] },
        around: { nullable: true, allOf: [{ $ref: '#/components/schemas/Code' }] },
        not: { $ref: '#/components/schemas/Code' },
      },
    }
    const judge = schemaJudge(standaloneSchema(document(schemas), source).schema)
    expect(judge({ plain: null, around: null })).toEqual([])
    expect(judge({ not: null }).map(({ at }) => at)).toEqual(['/not', '/not'])
  })

  it('reads exclusive bounds of either kind, and requires no writeOnly member of a response', () => {
    const source = {
      type: 'object',
      required: ['secret', 'age'],
      properties: {
        secret: { type: 'string', writeOnly: true },
        age: { type: 'integer', minimum: 0, exclusiveMinimum: true },
      },
    }
    expect(standaloneSchema(document({}), source).schema).toMatchObject({
      required: ['age'],
      properties: { age: { type: 'integer', exclusiveMinimum: 0 } },
    })
  })

  it('counts what stands beside a reference in OpenAPI 3.1 only', () => {
    const schemas = { A: { type: 'string' } }
    const source = { $ref: '#/components/schemas/A', minLength: 2 }
    const lengths = (openapi: string) =>
      schemaJudge(standaloneSchema(document(schemas, openapi), source).schema)('x').length
    expect(lengths('3.0.3')).toBe(0)
    expect(lengths('3.1.0')).toBe(1)
  })

  it('never fetches: what is remote, missing or no regular expression is named and accepted', () => {
    const source = {
      type: 'object',
      properties: {
        remote: { $ref: 'http://127.0.0.1:9/person.yaml#/Person' },
        missing: { $ref: '#/components/schemas/None' },
        java: { type: 'string', pattern: '(?i)a++' },
      },
    }
    const { schema, unjudged } = standaloneSchema(document({}), source)
    expect(unjudged).toEqual([
      'http://127.0.0.1:9/person.yaml#/Person is not in the document',
      '#/components/schemas/None names nothing',
      '(?i)a++ is no regular expression here',
    ])
    expect(schemaJudge(schema)({ remote: 1, missing: 2, java: 'x' })).toEqual([])
  })
})
