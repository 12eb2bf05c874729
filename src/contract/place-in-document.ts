import { isJsonObject, type JsonObject } from '../evidence/json.ts'
import { personResource } from './person-resource.ts'
import { pointerOf, stepsTo, valueAtPointer } from './pointer.ts'

/**
 * The JSON Pointer of a place that a document promises something of (`GET 200 application/json /status`), where it
 * is written and not where it is referred from; undefined where the document, one of OpenAPI 3, does not have it.
 */
export const placeInDocument = (document: JsonObject, place: string): string | undefined => {
  const resource = personResource(document)
  if (resource === undefined) return undefined
  const [method = '', where, type, member] = place.split(' ')
  const operation = pointerOf('paths', resource.path, method.toLowerCase())
  if (where === undefined) return written(document, operation)
  const message = where === 'request' ? ['requestBody'] : ['responses', where]
  const found = written(document, `${operation}${pointerOf(...message)}`)
  if (type === undefined || found === undefined) return found
  const content = `${found}${pointerOf('content', type)}`
  if (member === undefined) return written(document, content)
  const steps = stepsTo({}, member).path.map(String)
  return steps.reduce<string | undefined>(
    (schema, name) => (schema === undefined ? undefined : memberOf(document, schema, name)),
    `${content}/schema`,
  )
}

/** Where a `$ref` at this place, and one there in turn, leads to. */
const written = (
  document: JsonObject,
  at: string,
  seen: readonly string[] = [],
): string | undefined => {
  const value = valueAtPointer(document, at)
  const reference = isJsonObject(value) ? value['$ref'] : undefined
  if (typeof reference !== 'string') return value === undefined ? undefined : at
  if (!reference.startsWith('#/') || seen.includes(at)) return undefined
  return written(document, reference.slice(1), [...seen, at])
}

/** Where the schema, or a part that `allOf` gives it, has the member. */
const memberOf = (
  document: JsonObject,
  schema: string,
  name: string,
  depth = 0,
): string | undefined => {
  const own = written(document, schema)
  if (own === undefined || depth > 6) return undefined
  const member = `${own}${pointerOf('properties', name)}`
  if (valueAtPointer(document, member) !== undefined) return member
  const parts = valueAtPointer(document, `${own}/allOf`)
  return (Array.isArray(parts) ? parts : [])
    .map((_, index) => memberOf(document, `${own}${pointerOf('allOf', index)}`, name, depth + 1))
    .find((found) => found !== undefined)
}
