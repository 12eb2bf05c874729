import { isJsonObject, type JsonObject } from '../evidence/json.ts'
import { dialectOf } from './dialect.ts'
import { isLocal, valueAtReference } from './pointer.ts'

/** A schema of a document as JSON Schema 2020-12 that stands alone. */
export interface StandaloneSchema {
  readonly schema: JsonObject
  /** What is accepted unjudged, in words: a remote `$ref`, a pattern that is no regular expression. */
  readonly unjudged: readonly string[]
}

const verbatim = new Set(
  `type enum const multipleOf maximum minimum exclusiveMaximum exclusiveMinimum maxLength minLength
   maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required
   dependentRequired`.split(/\s+/),
)
const inner = new Set(
  `items additionalProperties not if then else contains propertyNames unevaluatedItems
   unevaluatedProperties`.split(/\s+/),
)
const listed = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
const named = new Set(['properties', 'patternProperties', 'dependentSchemas'])

/**
 * A schema object of OpenAPI 3 as JSON Schema, with whatever it refers to. `format` and the like are
 * annotations and are left out; `nullable` accepts null; a remote `$ref` is never fetched.
 */
export const standaloneSchema = (document: JsonObject, source: unknown): StandaloneSchema => {
  const siblingsCount = dialectOf(document) === 'OpenAPI 3.1'
  const names = new Map<string, string>()
  const definitions: Record<string, unknown> = {}
  const unjudged = new Set<string>()

  const reference = (target: string): unknown => {
    const known = names.get(target)
    if (known !== undefined) return { $ref: `#/$defs/${known}` }
    const found = valueAtReference(document, target)
    if (found === undefined) {
      unjudged.add(isLocal(target) ? `${target} names nothing` : `${target} is not in the document`)
      return true
    }
    const last = (target.split('/').at(-1) ?? '').replace(/[^A-Za-z0-9_]/g, '_')
    const name = Object.hasOwn(definitions, last) ? `${last}_${names.size}` : last
    names.set(target, name)
    definitions[name] = true
    definitions[name] = converted(found)
    return { $ref: `#/$defs/${name}` }
  }

  const converted = (schema: unknown): unknown => {
    if (!isJsonObject(schema)) return schema !== false
    if (typeof schema['$ref'] === 'string') {
      const target = reference(schema['$ref'])
      const { $ref: _, ...siblings } = schema
      return siblingsCount && Object.keys(siblings).length > 0
        ? { allOf: [target, converted(siblings)] }
        : target
    }
    return withoutDialect(schema, Object.fromEntries(keywords(schema)))
  }

  const keywords = (schema: JsonObject): [string, unknown][] =>
    Object.entries(schema).flatMap(([name, value]): [string, unknown][] => {
      if (verbatim.has(name)) return [[name, value]]
      if (inner.has(name)) return [[name, converted(value)]]
      if (listed.has(name) && Array.isArray(value)) return [[name, value.map(converted)]]
      if (named.has(name) && isJsonObject(value)) return [[name, eachConverted(value)]]
      if (name === 'pattern' && typeof value === 'string') return pattern(value)
      return []
    })

  const eachConverted = (schemas: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, converted(schema)]))

  const pattern = (value: string): [string, unknown][] => {
    try {
      new RegExp(value, 'u')
      return [['pattern', value]]
    } catch {
      unjudged.add(`${value} is no regular expression here`)
      return []
    }
  }

  const root = converted(source)
  const $defs = Object.keys(definitions).length === 0 ? {} : { $defs: definitions }
  // ajv loses its way in a schema that has an $id and is nothing but a $ref: hence the allOf.
  const schema =
    isJsonObject(root) && !('$ref' in root) ? { ...root, ...$defs } : { allOf: [root], ...$defs }
  return { schema, unjudged: [...unjudged] }
}

/** What OpenAPI 3.0 says in its own way: `nullable`, boolean exclusive bounds, `writeOnly` members. */
const withoutDialect = (source: JsonObject, converted: JsonObject): JsonObject => {
  const bounded = exclusiveBounds(converted)
  const required = requiredInResponses(source)
  const schema = required === undefined ? bounded : { ...bounded, required }
  if (source['nullable'] !== true) return schema
  if (typeof schema['type'] !== 'string') return { anyOf: [schema, { type: 'null' }] }
  const values = Array.isArray(schema['enum']) ? { enum: [...schema['enum'], null] } : {}
  return { ...schema, type: [schema['type'], 'null'], ...values }
}

const exclusiveBounds = (schema: JsonObject): JsonObject => {
  const { exclusiveMinimum, exclusiveMaximum, minimum, maximum, ...rest } = schema
  const bound = (exclusive: unknown, value: unknown, name: string, exclusiveName: string) => {
    const inclusive = value === undefined ? {} : { [name]: value }
    if (exclusive === true) return value === undefined ? {} : { [exclusiveName]: value }
    return typeof exclusive === 'number' ? { ...inclusive, [exclusiveName]: exclusive } : inclusive
  }
  return {
    ...rest,
    ...bound(exclusiveMinimum, minimum, 'minimum', 'exclusiveMinimum'),
    ...bound(exclusiveMaximum, maximum, 'maximum', 'exclusiveMaximum'),
  }
}

/** A `writeOnly` member is required in requests only; responses are what is judged here. */
const requiredInResponses = (schema: JsonObject): readonly unknown[] | undefined => {
  const { required, properties } = schema
  if (!Array.isArray(required)) return undefined
  return required.filter((name) => {
    const member = isJsonObject(properties) ? properties[String(name)] : undefined
    return !(isJsonObject(member) && member['writeOnly'] === true)
  })
}
