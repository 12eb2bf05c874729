import { describe, expect, it } from 'vitest'
import { okContents, personResource, personSchema } from './response-schema.ts'

const withPaths = (...names: readonly string[]) => ({
  openapi: '3.0.1',
  info: { title: '', version: '' },
  paths: Object.fromEntries(names.map((name) => [name, { get: {}, patch: {} }])),
})

const current = 'https://test.kontaktregisteret.no/rest/v1/person'

describe('personResource', () => {
  it.each([
    [current, ['/rest/v1/personer', '/rest/v1/person', '/rest/v1/mf/personer'], '/rest/v1/person'],
    [current, ['/v1/person', '/v2/person'], '/v1/person'],
    ['https://old.example/kontaktinfo-oauth2-server/rest/v1/person', ['/v1/person'], '/v1/person'],
    ['https://proxy.example/kommune/person', ['/rest/v1/person'], '/rest/v1/person'],
    [current, ['/rest/v1/person/'], '/rest/v1/person/'],
    [undefined, ['/rest/v1/personer', '/rest/v1/person'], '/rest/v1/person'],
  ])('for %s among %j it is %s', (apiUrl, names, path) => {
    expect(personResource(withPaths(...names), apiUrl)?.path).toBe(path)
  })

  it('is not there where only other resources or versions are', () => {
    expect(personResource(withPaths('/rest/v1/personer', '/rest/v2/person'), current)).toBe(
      undefined,
    )
    expect(personResource({ openapi: '3.0.1' }, current)).toBeUndefined()
  })

  it('is found in Swagger 2, its contents under the media types produced', () => {
    const resource = personResource(
      {
        swagger: '2.0',
        info: {},
        basePath: '/kontaktinfo-oauth2-server/rest',
        produces: ['application/json', 'application/jose'],
        paths: {
          '/v1/person': {
            get: { responses: { 200: { description: '', schema: { $ref: '#/definitions/P' } } } },
            patch: {
              parameters: [
                { in: 'body', name: 'b', schema: { $ref: '#/definitions/P' } },
                { in: 'header', name: 'X-Purpose', type: 'string' },
              ],
              responses: { 204: { description: '' } },
            },
          },
        },
        definitions: {
          P: { type: 'object', properties: { a: { type: 'string', 'x-nullable': true } } },
        },
      },
      current,
    )
    expect(resource?.operations.get('patch')).toEqual({
      parameters: [{ in: 'header', name: 'X-Purpose', type: 'string' }],
      requestBody: { content: { '*/*': { schema: { $ref: '#/components/schemas/P' } } } },
      responses: { 204: { description: '' } },
    })
    expect([...(resource ? okContents(resource, 'get').keys() : [])]).toEqual([
      'application/json',
      'application/jose',
    ])
    expect(resource && personSchema(resource, 'application/jose')?.schema).toEqual({
      allOf: [{ $ref: '#/$defs/P' }],
      $defs: { P: { type: 'object', properties: { a: { type: ['string', 'null'] } } } },
    })
  })
})

describe('personSchema', () => {
  const resourceWith = (content: object) =>
    personResource({
      openapi: '3.0.1',
      paths: { '/rest/v1/person': { get: { responses: { 200: { content } } } } },
    })

  it('takes a range for the types in it', () => {
    const resource = resourceWith({ '*/*': { schema: { type: 'object', required: ['a'] } } })
    expect(resource && personSchema(resource, 'application/json')?.schema).toEqual({
      type: 'object',
      required: ['a'],
    })
  })

  it('judges the payload of a JWS by the JSON, where its own schema is only a string', () => {
    const resource = resourceWith({
      'application/json;charset=UTF-8': { schema: { type: 'object' } },
      'application/jose': { schema: { type: 'string' } },
    })
    expect(resource && personSchema(resource, 'application/jose')?.schema).toEqual({
      type: 'object',
    })
  })

  it('is undefined where none is documented', () => {
    const resource = resourceWith({ 'application/xml': { schema: {} } })
    expect(resource && personSchema(resource, 'application/json')).toBeUndefined()
  })
})
