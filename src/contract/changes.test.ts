import { describe, expect, test } from 'vitest'
import { isJsonObject, type JsonObject, valueAt } from '../evidence/json.ts'
import { changesBetween } from './changes.ts'
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
