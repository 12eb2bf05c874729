import { isJsonObject, type JsonObject } from '../../reference/api/message.ts'

/**
 * The document with the value at the end of a path edited, or as it is where there is none. A value that becomes
 * undefined is gone with its member.
 */
export const withJson = (
  document: JsonObject,
  [name, ...rest]: readonly string[],
  edit: (value: unknown) => unknown,
): unknown => {
  if (name === undefined) return edit(document)
  const value = document[name]
  if (value === undefined) return document
  if (rest.length > 0)
    return isJsonObject(value) ? { ...document, [name]: withJson(value, rest, edit) } : document
  const { [name]: _own, ...others } = document
  const edited = edit(value)
  return edited === undefined ? others : { ...document, [name]: edited }
}
