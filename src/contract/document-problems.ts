import { isJsonObject, type JsonObject, stringAt } from '../evidence/json.ts'
import { type Dialect, dialectOf } from './dialect.ts'
import { openApiStructures } from './openapi-structure.ts'
import { isLocal, pointerOf, valueAtReference } from './pointer.ts'
import {
  documentDeviations,
  type SchemaDeviation,
  type SchemaValidator,
  schemaValidator,
} from './schema-judge.ts'

const validators = new Map<Dialect, SchemaValidator>()

/**
 * What keeps a document from being valid OpenAPI or Swagger: its structure, local `$ref`s that name
 * nothing, an operationId given twice. `at` is a JSON Pointer into the document.
 */
export const documentProblems = (document: JsonObject): readonly SchemaDeviation[] => {
  const dialect = dialectOf(document)
  if (dialect === undefined) {
    const actual = document['openapi'] ?? document['swagger']
    return [{ at: '/openapi', expected: 'OpenAPI 3 or Swagger 2', actual }]
  }
  const validate = validators.get(dialect) ?? schemaValidator(openApiStructures[dialect])
  validators.set(dialect, validate)
  return [
    ...documentDeviations(document, validate(document)),
    ...lostReferences(document),
    ...repeatedOperationIds(document),
  ]
}

/** Local references that name nothing, and those that lead from one to the next and back. */
const lostReferences = (document: JsonObject): readonly SchemaDeviation[] =>
  objectsWithin(document).flatMap(([at, object]): SchemaDeviation[] => {
    const reference = object['$ref']
    if (typeof reference !== 'string' || !isLocal(reference)) return []
    if (valueAtReference(document, reference) === undefined) {
      return [{ at: `${at}/$ref`, expected: 'a place in the document', actual: reference }]
    }
    if (!isCircle(document, reference)) return []
    return [{ at: `${at}/$ref`, expected: 'a way out of the circle', actual: reference }]
  })

const isCircle = (document: JsonObject, first: string): boolean => {
  const seen = new Set<string>()
  let reference: unknown = first
  while (typeof reference === 'string' && isLocal(reference)) {
    if (seen.has(reference)) return true
    seen.add(reference)
    const found = valueAtReference(document, reference)
    reference = isJsonObject(found) ? found['$ref'] : undefined
  }
  return false
}

const repeatedOperationIds = (document: JsonObject): readonly SchemaDeviation[] => {
  const paths = isJsonObject(document['paths']) ? document['paths'] : {}
  const seen = new Set<string>()
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(isJsonObject(item) ? item : {}).flatMap((method): SchemaDeviation[] => {
      const id = stringAt(item, method, 'operationId')
      if (id === undefined) return []
      const at = pointerOf('paths', path, method, 'operationId')
      const isRepeated = seen.has(id)
      seen.add(id)
      return isRepeated ? [{ at, expected: 'given once only', actual: id }] : []
    }),
  )
}

/** What is an example and not a description, by the member that holds it. */
const examples = new Set(['example', 'examples', 'default', 'enum', 'const'])

/** Every object of the document with the pointer to it, examples left out. */
const objectsWithin = (value: unknown, at = ''): readonly (readonly [string, JsonObject])[] => {
  if (Array.isArray(value)) {
    return value.flatMap((inner, index) => objectsWithin(inner, at + pointerOf(index)))
  }
  if (!isJsonObject(value)) return []
  // A member may be called `default`: under `properties` names are not keywords.
  const isNameMap = at.endsWith('/properties') || at.endsWith('/responses')
  return [
    [at, value],
    ...Object.entries(value)
      .filter(([name]) => isNameMap || !examples.has(name))
      .flatMap(([name, inner]) => objectsWithin(inner, at + pointerOf(name))),
  ]
}
