import { isJsonObject, type JsonObject, valueAt } from '../evidence/json.ts'
import { resolved } from './pointer.ts'
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
