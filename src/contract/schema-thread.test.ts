import { describe, expect, test } from 'vitest'
import { parseDocument } from './parse-document.ts'
import { publishedPersonSchema } from './person-schema.ts'
import { SchemaUnusableError, schemaJudge } from './schema-judge.ts'

const apiUrl = 'https://krr.example/rest/v1/person'

const published = (schema: object, schemas: object = {}) =>
  publishedPersonSchema(
    {
      openapi: '3.0.1',
      paths: {
        '/rest/v1/person': {
          get: { responses: { 200: { content: { 'application/json': { schema } } } } },
        },
      },
      components: { schemas },
    },
    apiUrl,
    'application/json',
  )

const fanOut = Object.fromEntries(
  Array.from({ length: 41 }, (_, at) => [
    `E${at}`,
    at === 40
      ? { type: 'object' }
      : { allOf: Array(2).fill({ $ref: `#/components/schemas/E${at + 1}` }) },
  ]),
)
const person = { $ref: '#/components/schemas/E0' }

describe('a schema that a target publishes', { timeout: 120_000 }, () => {
  test('whose pattern never ends is given up, once and for all, and the next one is judged by', () => {
    const judge = schemaJudge({ type: 'string', pattern: '^([A-Za-z0-9+/=]+)*!$' })
    const value = 'A'.repeat(60)
    expect(judge('a!')).toEqual([])
    expect(() => judge(value)).toThrow(SchemaUnusableError)
    const began = performance.now()
    expect(() => judge(value)).toThrow(
      'nothing can be judged by the schema: it takes more than 3 s',
    )
    expect(performance.now() - began).toBeLessThan(1_000)
    expect(schemaJudge({ type: 'string', maxLength: 1 })('ab')).toHaveLength(1)
  })

  test.each([
    ['40 schemas, each twice the next one', person, fanOut, /it takes more than 3 s$/],
    ['a circle', person, { E0: { allOf: [person] } }, /Maximum call stack/],
    ['a minLength that is a string', { type: 'string', minLength: '11' }, {}, /minLength/],
  ])('of this kind cannot be used, with the reason: %s', (_, schema, schemas, reason) => {
    expect(published(schema, schemas)).toEqual({
      usable: false,
      isBroken: true,
      reason: expect.stringMatching(reason),
    })
  })

  test('a chain of 20 000 references is no stack that overflows', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, at) => [
        `E${at}`,
        { type: 'object', properties: { next: { $ref: `#/components/schemas/E${at + 1}` } } },
      ]),
    )
    expect(published(person, chain)).toMatchObject({ usable: false, isBroken: true })
  })
})

test('of YAML neither aliases nor length take long', () => {
  const levels = Array.from(
    { length: 30 },
    (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join()}]\n`,
  )
  expect(parseDocument(`openapi: 3.0.3\na0: &a0 [a]\n${levels.join('')}`)).toBeUndefined()
  const wide = `a: &a [${'1,'.repeat(20_000)}1]\nb: [${Array(90).fill('*a').join()}]\n`
  expect(parseDocument(wide)).toBeUndefined()
  expect(parseDocument('a: 1\n'.padEnd(600_000, '# a\n'))).toBeUndefined()
  expect(parseDocument('a: &a [1]\nb: *a\n')).toEqual({ a: [1], b: [1] })
})
