import { describe, expect, test } from 'vitest'
import { isJsonObject, type JsonObject, valueAt } from '../evidence/json.ts'
import { changesBetween } from './changes.ts'
import { placeName } from './place.ts'
import { promisesOf } from './promises.ts'
import { loadSnapshot } from './snapshot.ts'

/** The snapshot, with a member that must come and one of a format. */
const document = (): JsonObject => {
  const copy = structuredClone(loadSnapshot().published)
  Object.assign(at(copy, 'components', 'schemas', 'PersonResource'), {
    required: ['personidentifikator'],
  })
  return copy
}

const at = (from: unknown, ...path: readonly string[]): Record<string, unknown> => {
  const found = path.reduce<unknown>((value, key) => valueAt(value, key), from)
  if (!isJsonObject(found)) throw new TypeError(`${path.join('/')} is no object`)
  return found as Record<string, unknown>
}

const resource = ['paths', '/rest/v1/person'] as const
const schemas = ['components', 'schemas'] as const
const members = [...schemas, 'PersonResource', 'properties'] as const
const answers = [...resource, 'get', 'responses', '200', 'content'] as const

type Seed = (document: JsonObject) => void

/** Gives a member another name. */
const renamed = (own: JsonObject, path: readonly string[], from: string, to: string): void => {
  const holder = at(own, ...path)
  holder[to] = holder[from]
  delete holder[from]
}

/** What the trial of adr 0024 seeded, one change each. */
const seeds: readonly (readonly [name: string, is: 'breaks' | 'adds' | 'same', seed: Seed])[] = [
  ['a member that is gone', 'breaks', (own) => delete at(own, ...members)['spraak']],
  [
    'a member of another name',
    'breaks',
    (own) => {
      const { spraak, ...rest } = at(own, ...members)
      Object.assign(at(own, ...schemas, 'PersonResource'), {
        properties: { ...rest, sprak: spraak },
      })
    },
  ],
  [
    'an inner member that is gone',
    'breaks',
    (own) => delete at(own, ...schemas, 'ContactInfoResource', 'properties')['epostadresse'],
  ],
  [
    'a member of another type',
    'breaks',
    (own) => Object.assign(at(own, ...members, 'sertifikat'), { type: 'integer' }),
  ],
  [
    'a member that always came and may be null',
    'breaks',
    (own) => Object.assign(at(own, ...members, 'personidentifikator'), { nullable: true }),
  ],
  [
    'a member that need not come, and may be null',
    'adds',
    (own) => Object.assign(at(own, ...members, 'spraak'), { nullable: true }),
  ],
  [
    'a member that need not come any more',
    'breaks',
    (own) => delete at(own, ...schemas, 'PersonResource')['required'],
  ],
  [
    'a narrower code list',
    'breaks',
    (own) => Object.assign(at(own, ...members, 'status'), { enum: ['AKTIV', 'SLETTET'] }),
  ],
  ['an operation that is gone', 'breaks', (own) => delete at(own, ...resource)['patch']],
  [
    'an answer of another status',
    'breaks',
    (own) => {
      const { 204: _, ...rest } = at(own, ...resource, 'patch', 'responses')
      Object.assign(at(own, ...resource, 'patch'), {
        responses: { 200: { description: 'OK' }, ...rest },
      })
    },
  ],
  ['a media type that is gone', 'breaks', (own) => delete at(own, ...answers)['application/jose']],
  [
    'a member that a request must bring now',
    'breaks',
    (own) => {
      Object.assign(at(own, ...schemas, 'PersonPatchDocument'), { required: ['spraak', 'kilde'] })
      Object.assign(at(own, ...schemas, 'PersonPatchDocument', 'properties'), { kilde: {} })
    },
  ],
  [
    'a code more in an answer',
    'adds',
    (own) =>
      Object.assign(at(own, ...members, 'status'), {
        enum: ['AKTIV', 'SLETTET', 'IKKE_REGISTRERT', 'SPERRET'],
      }),
  ],
  [
    'a member more in an answer',
    'adds',
    (own) => Object.assign(at(own, ...members), { telefon: { type: 'string' } }),
  ],
  [
    'a member that a request may bring',
    'adds',
    (own) =>
      Object.assign(at(own, ...schemas, 'PersonPatchDocument', 'properties'), {
        kanal: { type: 'string' },
      }),
  ],
  [
    'other servers',
    'same',
    (own) => Object.assign(own, { servers: [{ url: 'https://kontaktregisteret.no' }] }),
  ],
  [
    'other descriptions',
    'same',
    (own) => Object.assign(at(own, ...members, 'spraak'), { description: 'the language' }),
  ],
  [
    'a schema of another name',
    'same',
    (own) => {
      const { PersonResource, ...rest } = at(own, ...schemas)
      Object.assign(at(own, 'components'), { schemas: { ...rest, Person: PersonResource } })
      Object.assign(at(own, ...answers, 'application/json', 'schema'), {
        $ref: '#/components/schemas/Person',
      })
    },
  ],
  [
    'a schema in parts',
    'same',
    (own) => {
      const { required, properties } = at(own, ...schemas, 'PersonResource')
      Object.assign(at(own, ...schemas), {
        PersonResource: { allOf: [{ required }, { type: 'object', properties }] },
      })
    },
  ],
  [
    'a media type with a parameter',
    'same',
    (own) => renamed(own, answers, 'application/json', 'application/json;charset=utf-8'),
  ],
  [
    'a media type in capital letters',
    'same',
    (own) => renamed(own, answers, 'application/json', 'Application/JSON'),
  ],
  ['a range of media types', 'same', (own) => renamed(own, answers, 'application/json', '*/*')],
  [
    'a range of statuses',
    'same',
    (own) => renamed(own, [...resource, 'get', 'responses'], '200', '2XX'),
  ],
  [
    'any status',
    'same',
    (own) => renamed(own, [...resource, 'patch', 'responses'], '204', 'default'),
  ],
  [
    'a range of statuses without what one of them held',
    'breaks',
    (own) => {
      renamed(own, [...resource, 'get', 'responses'], '200', '2XX')
      delete at(own, ...members)['spraak']
    },
  ],
  [
    'a schema that is one of one',
    'same',
    (own) =>
      Object.assign(at(own, ...answers, 'application/json'), {
        schema: {
          oneOf: [{ $ref: '#/components/schemas/PersonResource' }],
          discriminator: { propertyName: 'status' },
        },
      }),
  ],
  [
    'a code list or null, as OpenAPI 3.1 says it',
    'adds',
    (own) => {
      const { status } = at(own, ...members)
      Object.assign(own, { openapi: '3.1.0' })
      Object.assign(at(own, ...members), { status: { anyOf: [status, { type: 'null' }] } })
    },
  ],
  ['another version of OpenAPI', 'same', (own) => Object.assign(own, { openapi: '3.1.0' })],
]

describe('changesBetween two documents', () => {
  test.each(seeds)('%s: %s', (_, is, seed) => {
    const after = document()
    seed(after)
    const changes = changesBetween(promisesOf(document()), promisesOf(after))
    const found = changes.some(({ breaks }) => breaks) ? 'breaks' : 'adds'
    expect(changes.length === 0 ? 'same' : found).toBe(is)
  })
})

const answering = (responses: object): JsonObject => ({
  openapi: '3.0.1',
  paths: { '/rest/v1/person': { get: { responses } } },
})

const holding = (member: string, type = 'application/json') => ({
  content: { [type]: { schema: { type: 'object', properties: { [member]: {} } } } },
})

describe('a status or a media type', () => {
  const changes = (before: object, after: object) =>
    changesBetween(promisesOf(answering(before)), promisesOf(answering(after))).map(
      ({ kind, place }) => `${kind} ${placeName(place)}`,
    )

  test.each([
    ['is found by its own name before any range', { 200: holding('a'), default: holding('b') }],
    ['of another kind is no counterpart', { '2XX': holding('a'), 400: holding('b') }],
  ])('%s', (_, after) => {
    expect(
      changes({ 200: holding('a') }, after).filter((own) => own.startsWith('removed')),
    ).toEqual([])
    expect(changes({ 200: holding('b') }, after)).toContain('removed GET 200 application/json /b')
  })

  test('default stands for what has no name of its own', () => {
    const both = { 200: holding('a'), default: holding('fault') }
    expect(changes(both, { 200: holding('a') })).toEqual(['removed GET default'])
    expect(changes(both, { 200: holding('a'), 400: holding('fault') })).toEqual([])
    expect(changes({ 200: holding('a'), 400: holding('fault') }, both)).toEqual([])
  })

  test('the narrowest range is taken', () => {
    const ranges = { default: holding('a'), '2XX': holding('b') }
    expect(changes({ 200: holding('b') }, ranges)).toEqual(['added GET default'])
    const types = {
      200: {
        content: { ...holding('a', '*/*').content, ...holding('b', 'application/*').content },
      },
    }
    expect(changes({ 200: holding('b') }, types)).toEqual(['added GET 200 */*'])
  })

  test('of two that differ in a parameter the first one is read', () => {
    const content = {
      ...holding('a', 'application/json').content,
      ...holding('b', 'application/json;v=2').content,
    }
    expect(changes({ 200: holding('a') }, { 200: { content } })).toEqual([])
  })

  test('a field has the same name in any letters', () => {
    const asking = (name: string) => ({
      openapi: '3.0.1',
      paths: {
        '/rest/v1/person': { get: { parameters: [{ in: 'header', name }], responses: {} } },
      },
    })
    const own = promisesOf(asking('X-Purpose'))
    expect(changesBetween(own, promisesOf(asking('x-purpose')))).toEqual([])
    expect(changesBetween(own, promisesOf(asking('x-cause')))).toHaveLength(2)
  })
})

describe('what a reader or a sender is let down by', () => {
  const inAnswer = (schema: object) =>
    answering({ 200: { content: { 'a/b': { schema: { properties: { a: schema } } } } } })
  const inRequest = (schema: object): JsonObject => ({
    openapi: '3.1.0',
    paths: {
      '/rest/v1/person': {
        patch: {
          requestBody: { content: { 'a/b': { schema: { properties: { a: schema } } } } },
          responses: {},
        },
      },
    },
  })

  test.each([
    [{ type: 'number' }, { type: 'integer' }, 'number became integer', false, true],
    [{ type: 'integer' }, { type: 'number' }, 'integer became number', true, false],
    [{ type: 'string' }, {}, 'string became anything', true, false],
    [{}, { type: 'string' }, 'anything became string', false, true],
    [{ enum: ['a'] }, { enum: ['b', ''] }, 'no longer a | now also b, ""', true, true],
    [{ type: 'string' }, { type: 'string', enum: ['a'] }, 'now one of a', false, true],
    [{ type: 'string' }, { type: 'string', const: 'a' }, 'now one of a', false, true],
    [{ type: 'text' }, { type: 'string' }, 'no type of OpenAPI became string', true, true],
    [
      { type: ['string', 'null'] },
      { oneOf: [{ type: 'string' }, { type: 'integer' }] },
      'string or null became integer or string',
      true,
      true,
    ],
  ])('%j, now %j', (before, after, how, breaksReader, breaksSender) => {
    for (const [as, breaks] of [
      [inAnswer, breaksReader],
      [inRequest, breaksSender],
    ] as const) {
      const changes = changesBetween(promisesOf(as(before)), promisesOf(as(after)))
      expect(changes.map((own) => own.how).join(' | ')).toBe(how)
      expect(changes.some((own) => own.breaks)).toBe(breaks)
    }
  })

  test('a document says which of its words are repeated', () => {
    const said = (before: object, after: object) =>
      changesBetween(promisesOf(inAnswer(before)), promisesOf(inAnswer(after))).map(
        ({ quotes }) => quotes,
      )
    expect(said({ type: 'string' }, { type: 'integer' })).toEqual([false])
    expect(said({ enum: ['a'] }, { enum: ['b'] })).toEqual([true, true])
  })
})
