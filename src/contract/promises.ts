import { isJsonObject, type JsonObject, valueAt } from '../evidence/json.ts'
import { type PersonResource, personResource } from './person-resource.ts'
import { pointerOf, resolved, valueAtReference } from './pointer.ts'
import { standaloneSchema } from './schema-conversion.ts'

/** What a document promises of one place of the person resource. */
export interface Promised {
  /** `operation`, `parameter`, `response`, `media type`, or a member's types in words: `string or null`. */
  readonly kind: string
  /** A member's code list; undefined where any value of the type will do. */
  readonly codes: readonly unknown[] | undefined
  readonly required: boolean
}

/** By place: `GET`, `GET request header /X-Purpose`, `GET 200`, `GET 200 application/json`, `GET 200 application/json /status`. */
export type Promises = ReadonlyMap<string, Promised>

const isThere = (kind: string): Promised => ({ kind, codes: undefined, required: false })

/** Everything that a document promises of the person resource; empty where it does not describe it. */
export const promisesOf = (document: JsonObject, apiUrl?: string): Promises => {
  const resource = personResource(document, apiUrl)
  return new Map(resource === undefined ? [] : operationPromises(resource))
}

function* operationPromises({
  document,
  path,
  operations,
}: PersonResource): Generator<[string, Promised]> {
  for (const [method, operation] of operations) {
    const place = method.toUpperCase()
    yield [place, isThere('operation')]
    const shared = valueAt(document, 'paths', path, 'parameters')
    yield* parameterPromises(document, place, [shared, operation['parameters']])
    const body = resolved(document, operation['requestBody'])
    yield* contentPromises(document, `${place} request`, valueAt(body, 'content'))
    const responses = operation['responses']
    for (const [status, response] of Object.entries(isJsonObject(responses) ? responses : {})) {
      yield [`${place} ${status}`, isThere('response')]
      const content = valueAt(resolved(document, response), 'content')
      yield* contentPromises(document, `${place} ${status}`, content)
    }
  }
}

/** Fields that a document describes elsewhere: as parameters they are ignored (OpenAPI 3, Parameter Object). */
const ignored: ReadonlySet<string> = new Set(['accept', 'authorization', 'content-type'])

/** What a request brings beside its content; the later of one name and place takes the earlier one's. */
function* parameterPromises(
  document: JsonObject,
  place: string,
  lists: readonly unknown[],
): Generator<[string, Promised]> {
  for (const parameter of lists.flatMap(listOf)) {
    const { name, in: where, required } = resolved(document, parameter) ?? {}
    const isSent = where === 'query' || where === 'header' || where === 'cookie'
    if (!isSent || typeof name !== 'string') continue
    if (where === 'header' && ignored.has(name.toLowerCase())) continue
    const at = `${place} request ${where} ${pointerOf(name)}`
    yield [at, { ...isThere('parameter'), required: required === true }]
  }
}

function* contentPromises(
  document: JsonObject,
  place: string,
  content: unknown,
): Generator<[string, Promised]> {
  for (const [type, media] of Object.entries(isJsonObject(content) ? content : {})) {
    yield [`${place} ${type}`, isThere('media type')]
    const { schema } = standaloneSchema(document, valueAt(media, 'schema'))
    for (const [at, promised] of memberPromises(schema, schema)) {
      yield [`${place} ${type} ${at}`, promised]
    }
  }
}

/** Members deeper than this are not compared: a person is two deep, and a schema may be a circle. */
const deepest = 6

/** Every member that a schema names, by JSON Pointer, with what is promised of it. */
export function* memberPromises(
  root: JsonObject,
  schema: JsonObject,
  at: readonly string[] = [],
): Generator<[string, Promised]> {
  if (at.length >= deepest) return
  const parts = partsOf(root, schema)
  const required = new Set(parts.flatMap((part) => listOf(part['required'])))
  for (const part of parts) {
    const properties = isJsonObject(part['properties']) ? part['properties'] : {}
    for (const [name, member] of Object.entries(properties)) {
      const inner = isJsonObject(member) ? member : {}
      const path = [...at, name]
      yield [pointerOf(...path), { ...valuePromise(root, inner), required: required.has(name) }]
      yield* memberPromises(root, inner, path)
    }
  }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The schema itself and all that `$ref` and `allOf` add to it. */
const partsOf = (
  root: JsonObject,
  schema: JsonObject,
  seen: ReadonlySet<string> = new Set(),
): readonly JsonObject[] => {
  const reference = schema['$ref']
  if (typeof reference === 'string') {
    const target = valueAtReference(root, reference)
    if (seen.has(reference) || !isJsonObject(target)) return []
    return partsOf(root, target, new Set([...seen, reference]))
  }
  const inner = listOf(schema['allOf']).filter(isJsonObject)
  return [schema, ...inner.flatMap((part) => partsOf(root, part, seen))]
}

const valuePromise = (root: JsonObject, schema: JsonObject): Omit<Promised, 'required'> => {
  const parts = partsOf(root, schema)
  const types = parts.flatMap(({ type }) => (Array.isArray(type) ? type : [type ?? []].flat()))
  const codes = parts.map((part) => part['enum']).find(Array.isArray)
  return { kind: types.map(String).join(' or ') || 'anything', codes }
}
