import {
  type ApiResponse,
  encodeJson,
  isJsonObject,
  type JsonObject,
} from '../reference/api/message.ts'

/** The response with this field, in the place of any that it had. */
export const withField = (response: ApiResponse, name: string, value: string): ApiResponse => ({
  ...response,
  fields: [...withoutField(response, name).fields, [name, value]],
})

/** The response without this field. */
export const withoutField = (response: ApiResponse, name: string): ApiResponse => ({
  ...response,
  fields: response.fields.filter(([own]) => own.toLowerCase() !== name.toLowerCase()),
})

/** The response with its JSON document edited, or as it is where it holds none. */
export const withJson = (
  response: ApiResponse,
  edit: (document: JsonObject) => JsonObject,
): ApiResponse => {
  const document: unknown = JSON.parse(new TextDecoder().decode(response.content))
  return isJsonObject(document) ? { ...response, content: encodeJson(edit(document)) } : response
}
