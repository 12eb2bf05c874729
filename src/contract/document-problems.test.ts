import { describe, expect, it } from 'vitest'
import { documentProblems } from './document-problems.ts'

const operation = { operationId: 'getUser', responses: { 200: { description: 'OK' } } }

const openApi = (change: object = {}) => ({
  openapi: '3.0.1',
  info: { title: 'KRR', version: 'v1' },
  paths: { '/rest/v1/person': { get: operation } },
  ...change,
})

describe('documentProblems', () => {
  it.each([
    ['OpenAPI 3.0', openApi()],
    ['OpenAPI 3.1 without paths', { openapi: '3.1.0', info: { title: '', version: '' } }],
    ['Swagger 2.0', { ...openApi(), openapi: undefined, swagger: '2.0' }],
    [
      'a schema of 3.1',
      openApi({
        openapi: '3.1.0',
        components: { schemas: { A: { type: ['string', 'null'] }, B: true } },
      }),
    ],
    [
      'exclusive bounds of 3.0',
      openApi({ components: { schemas: { A: { exclusiveMinimum: true } } } }),
    ],
    [
      'a schema within itself',
      openApi({
        components: {
          schemas: { A: { properties: { a: { $ref: '#/components/schemas/A' } } } },
        },
      }),
    ],
    [
      'a reference within an example',
      openApi({
        components: { schemas: { A: { type: 'object', example: { $ref: '#/nowhere' } } } },
      }),
    ],
  ])('are none for %s', (_, document) => {
    expect(documentProblems(JSON.parse(JSON.stringify(document)))).toEqual([])
  })

  it.each([
    [{ openapi: '4.0.0' }, '/openapi', 'OpenAPI 3 or Swagger 2'],
    [{ info: { title: 'KRR' } }, '/info/version', 'present'],
    [{ paths: [] }, '/paths', 'an object'],
    [{ paths: { person: {} } }, '/paths/person', 'named otherwise: a string that matches ^(/|x-)'],
    [{ paths: { '/a': { get: {} } } }, '/paths/~1a/get/responses', 'present'],
    [
      { paths: { '/a': { get: { responses: { 200: {} } } } } },
      '/paths/~1a/get/responses/200/description',
      'present',
    ],
    [
      { components: { schemas: { A: { type: 'text' } } } },
      '/components/schemas/A/type',
      'one of string, number, integer, boolean, array, object',
    ],
    [
      { components: { schemas: { A: { properties: { default: { $ref: '#/x' } } } } } },
      '/components/schemas/A/properties/default/$ref',
      'a place in the document',
    ],
    [
      { components: { schemas: { A: { minLength: '11' } } } },
      '/components/schemas/A/minLength',
      'an integer',
    ],
    [
      {
        openapi: '3.1.0',
        components: { schemas: { A: { exclusiveMinimum: true } } },
      },
      '/components/schemas/A/exclusiveMinimum',
      'a number',
    ],
    [
      { paths: { '/a/{b}': { get: { ...operation, parameters: [{ in: 'path', name: 'b' }] } } } },
      '/paths/~1a~1{b}/get/parameters/0/required',
      'present',
    ],
    [
      { paths: { '/a/{b}': { parameters: [{ in: 'path', name: 'b', required: false }] } } },
      '/paths/~1a~1{b}/parameters/0/required',
      'true',
    ],
    [
      { components: { schemas: { A: { $ref: '#/components/schemas/A' } } } },
      '/components/schemas/A/$ref',
      'a way out of the circle',
    ],
    [
      { paths: { '/a': { get: operation }, '/b': { get: operation } } },
      '/paths/~1b/get/operationId',
      'given once only',
    ],
  ])('name the place for %j', (change, at, expected) => {
    expect(documentProblems(openApi(change))).toEqual([
      { at, expected, actual: documentProblems(openApi(change))[0]?.actual },
    ])
  })
})
