import { isJsonObject, type JsonObject, valueAt } from '../evidence/json.ts'
import { essenceOf, type Place, placeKey } from './place.ts'
import { pointerOf, resolved, valueAtPointer } from './pointer.ts'
import { personResource } from './response-schema.ts'
import { type Shape, shapesOf, writtenAt } from './schema-shape.ts'

/** What a document promises of one place of the person resource. */
export interface Promised {
  readonly place: Place
  /** JSON Pointer into the document, one of OpenAPI 3: where it is written, not where it is referred from. */
  readonly pointer: string
  readonly kind: 'operation' | 'parameter' | 'response' | 'media type' | 'member'
  /** What a member's value may be; anything of what is no member. */
  readonly value: Pick<Shape, 'types' | 'nullable' | 'codes'>
  readonly required: boolean
}

/** By the key of the place, in the order of the document. */
export type Promises = ReadonlyMap<string, Promised>

const anything = { types: undefined, nullable: true, codes: undefined } as const

/** More than this no person resource has; a document that goes on is compared as far as this. */
const mostPlaces = 5_000

/** Everything that a document promises of the person resource; empty where it does not describe it. */
export const promisesOf = (published: JsonObject, apiUrl?: string): Promises => {
  const promises = new Map<string, Promised>()
  const resource = personResource(published, apiUrl)
  if (resource === undefined) return promises
  const { document, path, operations } = resource
  const item = writtenAt(document, pointerOf('paths', path)) ?? ''
  for (const promised of operationPromises(document, item, [...operations.keys()])) {
    const key = placeKey(promised.place)
    promises.set(key, promised)
    if (promises.size >= mostPlaces) break
  }
  return promises
}

function* operationPromises(
  document: JsonObject,
  item: string,
  methods: readonly string[],
): Generator<Promised> {
  const members = membersOf(document)
  for (const name of methods) {
    const operation = `${item}${pointerOf(name)}`
    const method = name.toUpperCase()
    yield there('operation', { method }, operation)
    for (const list of [`${item}/parameters`, `${operation}/parameters`]) {
      yield* parameterPromises(document, method, list)
    }
    const request = { method, message: 'request' } as const
    yield* contentPromises(document, members, request, `${operation}/requestBody`)
    const responses = valueAtPointer(document, `${operation}/responses`)
    for (const status of isJsonObject(responses) ? Object.keys(responses) : []) {
      if (status.startsWith('x-')) continue
      const place = { method, message: 'response', status } as const
      const pointer = `${operation}${pointerOf('responses', status)}`
      yield there('response', place, pointer)
      yield* contentPromises(document, members, place, pointer)
    }
  }
}

const there = (kind: Promised['kind'], place: Place, pointer: string): Promised => ({
  place,
  pointer,
  kind,
  value: anything,
  required: false,
})

/** Fields that a document describes elsewhere: as parameters they are ignored (OpenAPI 3, Parameter Object). */
const ignored: ReadonlySet<string> = new Set(['accept', 'authorization', 'content-type'])

/** What a request brings beside its content. */
function* parameterPromises(
  document: JsonObject,
  method: string,
  list: string,
): Generator<Promised> {
  const parameters = valueAtPointer(document, list)
  for (const [index, parameter] of (Array.isArray(parameters) ? parameters : []).entries()) {
    const { name, in: where, required } = resolved(document, parameter) ?? {}
    const isSent = where === 'query' || where === 'header' || where === 'cookie'
    if (!isSent || typeof name !== 'string') continue
    if (where === 'header' && ignored.has(name.toLowerCase())) continue
    const place = { method, message: 'request', parameter: { in: where, name } } as const
    yield {
      ...there('parameter', place, `${list}${pointerOf(index)}`),
      required: required === true,
    }
  }
}

function* contentPromises(
  document: JsonObject,
  members: (schema: string) => Generator<MemberPromise>,
  message: Place,
  pointer: string,
): Generator<Promised> {
  const written = writtenAt(document, pointer)
  const content = written === undefined ? undefined : valueAtPointer(document, written)
  const types = valueAt(content, 'content')
  const read = new Set<string>()
  for (const type of isJsonObject(types) ? Object.keys(types) : []) {
    const mediaType = essenceOf(type)
    // Of two that differ in a parameter alone the first one stands for both.
    if (read.has(mediaType)) continue
    read.add(mediaType)
    const place = { ...message, mediaType }
    const media = `${written}${pointerOf('content', type)}`
    yield there('media type', place, media)
    for (const { member, ...promised } of members(`${media}/schema`)) {
      yield { ...promised, kind: 'member', place: { ...place, member } }
    }
  }
}

/** Members deeper than this are not compared: a person is two deep, and a schema may be a circle. */
const deepest = 6

/** A member that a schema names, and what it says of it. */
type MemberPromise = Pick<Promised, 'pointer' | 'value' | 'required'> & {
  readonly member: readonly string[]
}

/** Reads every member that a schema of the document names, those within other members too. */
export const membersOf = (document: JsonObject): ((schema: string) => Generator<MemberPromise>) => {
  const shapeAt = shapesOf(document)
  function* within(schema: string, above: readonly string[]): Generator<MemberPromise> {
    if (above.length >= deepest) return
    for (const [name, { at, required }] of shapeAt(schema).members) {
      if (at === '') continue
      const member = [...above, name]
      yield { member, pointer: at, value: shapeAt(at), required }
      yield* within(at, member)
    }
  }
  return (schema) => within(schema, [])
}
