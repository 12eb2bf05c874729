import { expect, test } from 'vitest'
import { placeInDocument } from './place-in-document.ts'
import { pointerOf, valueAtPointer } from './pointer.ts'
import { promisesOf } from './promises.ts'
import { loadSnapshot } from './snapshot.ts'

const { published } = loadSnapshot()
const person = pointerOf('paths', '/rest/v1/person')

test.each([
  ['GET', `${person}/get`],
  ['GET 401', `${person}/get/responses/401`],
  ['GET 200 application/json', `${person}/get/responses/200/content/application~1json`],
  ['GET 200 application/json /spraak', '/components/schemas/PersonResource/properties/spraak'],
  [
    'GET 200 application/json /kontaktinformasjon/epostadresse',
    '/components/schemas/ContactInfoResource/properties/epostadresse',
  ],
  ['GET 401 application/json /status', '/components/schemas/ErrorResource/properties/status'],
  [
    'PATCH request application/json /spraak',
    '/components/schemas/PersonPatchResource/properties/spraak',
  ],
  ['GET 200 application/json /navn', undefined],
  ['DELETE', undefined],
])('%s is written at %s', (place, pointer) => {
  expect(placeInDocument(published, place)).toBe(pointer)
})

test('every place that the snapshot promises something of is found', () => {
  for (const place of promisesOf(published).keys()) {
    const at = placeInDocument(published, place)
    expect(at, place).toBeDefined()
    expect(valueAtPointer(published, at ?? ''), place).toBeDefined()
  }
})

test('a part that allOf gives is found, and a circle comes to an end', () => {
  const schema = (inner: object) => ({
    openapi: '3.0.1',
    paths: {
      '/v1/person': { get: { responses: { 200: { content: { 'a/b': { schema: inner } } } } } },
    },
    components: {
      schemas: { A: { $ref: '#/components/schemas/A' }, B: { properties: { x: {} } } },
    },
  })
  const composed = schema({ allOf: [{}, { $ref: '#/components/schemas/B' }] })
  expect(placeInDocument(composed, 'GET 200 a/b /x')).toBe('/components/schemas/B/properties/x')
  expect(
    placeInDocument(schema({ $ref: '#/components/schemas/A' }), 'GET 200 a/b /x'),
  ).toBeUndefined()
})
