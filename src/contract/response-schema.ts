import { isJsonObject, type JsonObject, valueAt } from '../evidence/json.ts'
import { essenceOf, mediaTypeIn, statusIn } from './place.ts'
import { resolved } from './pointer.ts'
import { type StandaloneSchema, standaloneSchema } from './schema-conversion.ts'
import { asOpenApi3 } from './swagger-2.ts'

/** The person resource as a document describes it. */
export interface PersonResource {
  /** The document as OpenAPI 3, which `operations` refer into. */
  readonly document: JsonObject
  /** The key under `paths`: `/rest/v1/person`, or less where the servers have a prefix. */
  readonly path: string
  /** Operation objects by method, lower-cased. */
  readonly operations: ReadonlyMap<string, JsonObject>
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/**
 * The person resource in a document of any known dialect, whatever prefix its servers have: the longest
 * path that the resource's URL ends with, else one that ends with `/v1/person`.
 */
export const personResource = (
  published: JsonObject,
  resourceUrl?: string,
): PersonResource | undefined => {
  const document = asOpenApi3(published)
  const paths = valueAt(document, 'paths')
  const names = isJsonObject(paths) ? Object.keys(paths) : []
  const path = pathOf(names, resourceUrl)
  const item = path === undefined ? undefined : resolved(document, valueAt(paths, path))
  if (path === undefined || item === undefined) return undefined
  const operations = new Map(
    methods.flatMap((method) => {
      const operation = item[method]
      return isJsonObject(operation) ? [[method, operation] as const] : []
    }),
  )
  return { document, path, operations }
}

const withoutSlash = (path: string): string => path.replace(/\/+$/, '')

const pathOf = (names: readonly string[], resourceUrl: string | undefined): string | undefined => {
  const longestFirst = names
    .filter((name) => withoutSlash(name) !== '')
    .sort((one, other) => other.length - one.length)
  const asked = resourceUrl === undefined ? '' : withoutSlash(new URL(resourceUrl).pathname)
  return (
    longestFirst.find((name) => asked.endsWith(withoutSlash(name))) ??
    longestFirst.find((name) => withoutSlash(name).endsWith('/v1/person'))
  )
}

/** The key of the responses object that holds for a 200: its own, a range, or `default`. */
export const okStatus = ({ operations }: PersonResource, method: string): string | undefined => {
  const responses = operations.get(method)?.['responses']
  return isJsonObject(responses) ? statusIn(Object.keys(responses), '200') : undefined
}

/** A response as a document describes it: the media types it names, ranges among them. */
interface DocumentedResponse {
  readonly mediaTypes: readonly string[]
}

/** What a document says of a status: its own entry, its range's (`4XX`) or `default`; undefined for none. */
export const documentedResponse = (
  { document, operations }: PersonResource,
  method: string,
  status: number,
): DocumentedResponse | undefined => {
  const responses = operations.get(method.toLowerCase())?.['responses']
  const key = isJsonObject(responses) ? statusIn(Object.keys(responses), String(status)) : undefined
  const response = key === undefined ? undefined : resolved(document, valueAt(responses, key))
  if (response === undefined) return undefined
  const content = response['content']
  return { mediaTypes: isJsonObject(content) ? Object.keys(content).map(essenceOf) : [] }
}

/** Whether a media type, or a range that it lies in, is among those documented. */
export const isDocumented = ({ mediaTypes }: DocumentedResponse, essence: string): boolean =>
  mediaTypeIn(mediaTypes, essence) !== undefined

/** The 200 response's schema objects by media type, as written; empty where none is documented. */
export const okContents = (
  resource: PersonResource,
  method: string,
): ReadonlyMap<string, unknown> => {
  const { document, operations } = resource
  const status = okStatus(resource, method) ?? ''
  const response = resolved(document, valueAt(operations.get(method), 'responses', status))
  const content = valueAt(response, 'content')
  return new Map(
    Object.entries(isJsonObject(content) ? content : {}).map(([type, media]) => [
      type,
      valueAt(media, 'schema'),
    ]),
  )
}

/**
 * The schema that a 200 of GET has for a person in this media type, or undefined where none is
 * documented. A range (`application/*`, `*\/*`) stands for the types in it. What a JWS carries is judged
 * by the JSON's schema where its own only says that the JWS is a string.
 */
export const personSchema = (
  resource: PersonResource,
  mediaType: 'application/json' | 'application/jose',
): StandaloneSchema | undefined => {
  const contents = okContents(resource, 'get')
  const own = inRange(contents, mediaType)
  const isText = resolved(resource.document, own)?.['type'] === 'string'
  const schema =
    mediaType === 'application/jose' && (own === undefined || isText)
      ? inRange(contents, 'application/json')
      : own
  return schema === undefined ? undefined : standaloneSchema(resource.document, schema)
}

const inRange = (contents: ReadonlyMap<string, unknown>, mediaType: string): unknown => {
  const type = mediaTypeIn(contents.keys(), mediaType)
  return type === undefined ? undefined : contents.get(type)
}

/** Whether the schema says anything at all of a value. */
export const saysSomething = ({ schema }: StandaloneSchema): boolean =>
  Object.entries(schema).some(([name, value]) => {
    if (name === 'allOf' && Array.isArray(value)) return value.some((inner) => inner !== true)
    return name !== '$defs'
  })
