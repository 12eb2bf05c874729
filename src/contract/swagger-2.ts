import { isJsonObject, type JsonObject, stringAt, valueAt } from '../evidence/json.ts'
import { dialectOf } from './dialect.ts'

type Entry = readonly [name: string, value: unknown]

const entriesOf = (value: unknown): readonly Entry[] =>
  isJsonObject(value) ? Object.entries(value) : []

const mapped = (value: unknown, change: (inner: JsonObject) => unknown): JsonObject =>
  Object.fromEntries(
    entriesOf(value).map(([name, inner]) => [name, isJsonObject(inner) ? change(inner) : inner]),
  )

const places: readonly (readonly [from: string, to: string])[] = [
  ['#/definitions/', '#/components/schemas/'],
  ['#/responses/', '#/components/responses/'],
]

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch'])

/**
 * The document as OpenAPI 3.0, as far as operations, contents and schemas go; one that is OpenAPI 3 is
 * given back as it is. Parameters other than the body, and security, are left out of Swagger 2.
 */
export const asOpenApi3 = (document: JsonObject): JsonObject => {
  if (dialectOf(document) !== 'Swagger 2.0') return document
  const produces = mediaTypes(document['produces'])
  const consumes = mediaTypes(document['consumes'])
  return moved({
    openapi: '3.0.3',
    info: document['info'],
    servers: [{ url: serverOf(document) }],
    paths: mapped(document['paths'], (item) =>
      Object.fromEntries(
        Object.entries(item).flatMap(([name, operation]): Entry[] => {
          if (name === '$ref') return [[name, operation]]
          if (!methods.has(name) || !isJsonObject(operation)) return []
          return [[name, operationOf(operation, produces, consumes)]]
        }),
      ),
    ),
    components: {
      schemas: document['definitions'] ?? {},
      responses: mapped(document['responses'], (response) => responseOf(response, produces)),
    },
  }) as JsonObject
}

const mediaTypes = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((type) => typeof type === 'string') : []

const serverOf = (document: JsonObject): string => {
  const basePath = stringAt(document, 'basePath') ?? '/'
  const host = stringAt(document, 'host')
  return host === undefined ? basePath : `https://${host}${basePath}`
}

const operationOf = (
  operation: JsonObject,
  produces: readonly string[],
  consumes: readonly string[],
): JsonObject => {
  const produced = 'produces' in operation ? mediaTypes(operation['produces']) : produces
  const consumed = 'consumes' in operation ? mediaTypes(operation['consumes']) : consumes
  const parameters = Array.isArray(operation['parameters']) ? operation['parameters'] : []
  const isBody = (parameter: unknown) => stringAt(parameter, 'in') === 'body'
  const body: unknown = parameters.find(isBody)
  const others = parameters.filter((parameter) => !isBody(parameter))
  return {
    ...Object.fromEntries(
      ['operationId', 'summary', 'description', 'tags', 'deprecated'].flatMap((name): Entry[] =>
        name in operation ? [[name, operation[name]]] : [],
      ),
    ),
    ...(isJsonObject(body)
      ? { requestBody: { content: contentOf(consumed, valueAt(body, 'schema')) } }
      : {}),
    ...(others.length === 0 ? {} : { parameters: others }),
    responses: mapped(operation['responses'], (response) => responseOf(response, produced)),
  }
}

const responseOf = (response: JsonObject, produced: readonly string[]): JsonObject => {
  if ('$ref' in response) return response
  const { schema, description } = response
  return schema === undefined
    ? { description }
    : { description, content: contentOf(produced, schema) }
}

/** Without a media type, Swagger 2 says nothing of it: any. */
const contentOf = (types: readonly string[], schema: unknown): JsonObject =>
  Object.fromEntries((types.length === 0 ? ['*/*'] : types).map((type) => [type, { schema }]))

/** References moved to where OpenAPI 3 keeps what they name, and `x-nullable` as `nullable`. */
const moved = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(moved)
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]): Entry => {
      if (name === '$ref' && typeof inner === 'string') return [name, movedReference(inner)]
      if (name === 'x-nullable') return ['nullable', inner]
      return [name, moved(inner)]
    }),
  )
}

const movedReference = (reference: string): string => {
  const place = places.find(([from]) => reference.startsWith(from))
  return place === undefined ? reference : place[1] + reference.slice(place[0].length)
}
