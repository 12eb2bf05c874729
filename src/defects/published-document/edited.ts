import { isJsonObject, type JsonObject } from '../../reference/api/message.ts'

/** Where the document describes the person resource. */
export const person = ['paths', '/rest/v1/person'] as const

/** Where the document describes a person. */
export const personSchema = ['components', 'schemas', 'PersonResource'] as const

/** The document with the object at this path changed, all else as it was. */
export const edited = (
  document: JsonObject,
  path: readonly string[],
  edit: (inner: JsonObject) => JsonObject,
): JsonObject => {
  const [name, ...rest] = path
  if (name === undefined) return edit(document)
  const inner = document[name]
  return { ...document, [name]: edited(isJsonObject(inner) ? inner : {}, rest, edit) }
}
