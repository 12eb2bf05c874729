import { describe, expect, it } from 'vitest'
import { changesBetween } from './changes.ts'
import { placeName } from './place.ts'
import { pointerOf, valueAtPointer } from './pointer.ts'
import { promisesOf } from './promises.ts'
import { loadSnapshot } from './snapshot.ts'

const describing = (person: object, more: object = {}) => ({
  openapi: '3.0.1',
  paths: {
    '/rest/v1/person': {
      get: { responses: { 200: { content: { 'application/json': { schema: person } } } } },
      ...more,
    },
  },
})

const person = {
  type: 'object',
  required: ['status'],
  properties: {
    status: { type: 'string', enum: ['AKTIV', 'SLETTET'] },
    kontaktinformasjon: { type: 'object', properties: { epostadresse: { type: 'string' } } },
  },
}

const changes = (before: object, after: object) =>
  changesBetween(promisesOf({ ...before }), promisesOf({ ...after })).map(
    ({ kind, place, how }) => `${kind} ${placeName(place)}${how && `: ${how}`}`,
  )

const at = 'GET 200 application/json'

const names = (document: object) =>
  [...promisesOf({ ...document }).values()].map(({ place }) => placeName(place))

describe('promisesOf', () => {
  it('finds operations, responses, media types and members, whatever way they are composed', () => {
    const composed = {
      ...describing({
        allOf: [{ $ref: '#/components/schemas/A' }, { required: ['status'] }],
      }),
      components: { schemas: { A: { ...person, required: [] } } },
    }
    expect(names(composed)).toEqual([
      'GET',
      'GET 200',
      at,
      `${at} /status`,
      `${at} /kontaktinformasjon`,
      `${at} /kontaktinformasjon/epostadresse`,
    ])
    expect(changes(composed, describing(person))).toEqual([])
  })

  it('finds what a request brings in its query and fields, for one operation or for all of them', () => {
    const purpose = { name: 'X-Purpose', in: 'header', required: true }
    const document = {
      ...describing(person),
      components: { parameters: { Purpose: purpose } },
    }
    const { '/rest/v1/person': item } = document.paths
    const described = {
      ...document,
      paths: {
        '/rest/v1/person': {
          ...item,
          parameters: [{ name: 'lang', in: 'query' }],
          get: {
            ...item.get,
            parameters: [
              { $ref: '#/components/parameters/Purpose' },
              // Described elsewhere in a document, and ignored here (OpenAPI 3, Parameter Object).
              ...['Accept', 'authorization', 'Content-Type'].map((name) => ({
                name,
                in: 'header',
                required: true,
              })),
              { name: 'accept', in: 'cookie' },
              { name: 'id', in: 'path', required: true },
              { in: 'query' },
              'none',
            ],
          },
        },
      },
    }
    const parameters = [...promisesOf(described).values()].filter(
      ({ kind }) => kind === 'parameter',
    )
    expect(parameters.map(({ place, required }) => [placeName(place), required])).toEqual([
      ['GET request query /lang', false],
      ['GET request header /X-Purpose', true],
      ['GET request cookie /accept', false],
    ])
  })

  it('comes to an end where a schema is a circle', () => {
    const circle = {
      ...describing({ $ref: '#/components/schemas/A' }),
      components: {
        schemas: {
          A: {
            allOf: [{ $ref: '#/components/schemas/A' }],
            properties: { a: { $ref: '#/components/schemas/A' } },
          },
        },
      },
    }
    expect(names(circle)).toContain(`${at} /a/a/a`)
  })

  it('finds what the snapshot promises of PATCH', () => {
    const keys = names(loadSnapshot().published)
    expect(keys).toContain('PATCH request application/json /spraak')
    expect(keys).toContain('PATCH 204')
  })
})

describe('where the snapshot promises something', () => {
  const { published } = loadSnapshot()
  const promised = [...promisesOf(published).values()]
  const person = pointerOf('paths', '/rest/v1/person')

  it('stands in it, for every place', () => {
    for (const { place, pointer } of promised) {
      expect(valueAtPointer(published, pointer), placeName(place)).toBeDefined()
    }
  })

  it.each([
    ['GET', `${person}/get`],
    ['GET 401', `${person}/get/responses/401`],
    ['GET 200 application/json', `${person}/get/responses/200/content/application~1json`],
    ['GET 200 application/json /spraak', '/components/schemas/PersonResource/properties/spraak'],
    [
      'GET 200 application/json /kontaktinformasjon/epostadresse',
      '/components/schemas/ContactInfoResource/properties/epostadresse',
    ],
    ['PATCH 422 application/json /errors', '/components/schemas/Errors/properties/errors'],
    [
      'PATCH request application/json /spraak',
      '/components/schemas/PersonPatchDocument/properties/spraak',
    ],
  ])('%s is written at %s', (name, pointer) => {
    expect(promised.find(({ place }) => placeName(place) === name)?.pointer).toBe(pointer)
  })

  it('a document of thousands of places is read as far as that many', () => {
    const properties = Object.fromEntries(Array.from({ length: 9_000 }, (_, at) => [`m${at}`, {}]))
    expect(promisesOf(describing({ properties })).size).toBe(5_000)
  })
})

describe('changesBetween', () => {
  it('are none between a document and itself', () => {
    expect(changes(describing(person), describing(person))).toEqual([])
  })

  it.each([
    [
      { status: { type: 'integer', enum: ['AKTIV', 'SLETTET'] } },
      [`changed ${at} /status: string became integer`],
    ],
    [
      { status: { type: 'string', enum: ['AKTIV', 'NY'] } },
      [`changed ${at} /status: no longer SLETTET`, `changed ${at} /status: now also NY`],
    ],
    [{ status: { type: 'string' } }, [`changed ${at} /status: no longer a code list`]],
    [{ oppdatert: { type: 'string' } }, [`added ${at} /oppdatert`]],
    [
      { kontaktinformasjon: { type: 'object' } },
      [`removed ${at} /kontaktinformasjon/epostadresse`],
    ],
  ])('name what became of %j', (properties, expected) => {
    const after = { ...person, properties: { ...person.properties, ...properties } }
    expect(changes(describing(person), describing(after))).toEqual(expected)
  })

  it('name what is newly required, and an operation that is new', () => {
    const after = { ...person, required: ['kontaktinformasjon'] }
    expect(changes(describing(person), describing(after, { patch: {} }))).toEqual([
      `changed ${at} /status: no longer required`,
      `changed ${at} /kontaktinformasjon: newly required`,
      'added PATCH',
    ])
  })

  it('name what comes or goes as a whole once, and nothing of a new operation lets anybody down', () => {
    const patch = patching(['spraak'])
    expect(changes(describing(person, patch), describing(person))).toEqual(['removed PATCH'])
    expect(changes(describing(person), describing(person, patch))).toEqual(['added PATCH'])
    const nameless = { ...person, properties: { status: person.properties.status } }
    expect(changes(describing(person), describing(nameless))).toEqual([
      `removed ${at} /kontaktinformasjon`,
    ])
  })

  const patching = (required: readonly string[]) => ({
    patch: {
      requestBody: {
        content: {
          'application/json': {
            schema: { type: 'object', required, properties: { spraak: { type: 'string' } } },
          },
        },
      },
    },
  })
  it('a member that a request must bring is named behind a range too', () => {
    const after = JSON.parse(
      JSON.stringify(describing(person, patching([])))
        .replace(/"patch".*/, (patch) => patch.replace('application/json', '*/*'))
        .replace('"required":[],"properties":{', '"required":["kanal"],"properties":{"kanal":{},'),
    )
    expect(changes(describing(person, patching([])), after)).toEqual([
      'added PATCH request */* /kanal: and required',
    ])
  })

  const status = (required: readonly string[]) => describing({ ...person, required })

  it.each([
    ['an answer may do without a member', status(['status']), status([]), true],
    ['an answer always has a member', status([]), status(['status']), false],
    [
      'a request must bring a member',
      describing(person, patching([])),
      describing(person, patching(['spraak'])),
      true,
    ],
    [
      'a request may do without a member',
      describing(person, patching(['spraak'])),
      describing(person, patching([])),
      false,
    ],
  ])('tells whether it lets somebody down that %s', (_, before, after, breaks) => {
    const found = changesBetween(promisesOf({ ...before }), promisesOf({ ...after }))
    expect(found.map((own) => own.breaks)).toEqual([breaks])
  })
})
