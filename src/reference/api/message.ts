/** A JSON object on its way in or out; a defect gives back a changed copy. */
export type JsonObject = { readonly [name: string]: unknown }

/** One field line, name as it is on the wire. */
export type FieldLine = readonly [name: string, value: string]

/** A request as the API got it. */
export interface ApiRequest {
  readonly method: string
  /** The path of the target, without its query. */
  readonly path: string
  /** What stands after `?`, else empty. */
  readonly query: string
  readonly fields: readonly FieldLine[]
  /** At most `contentLimit` bytes of what was sent. */
  readonly content: Uint8Array
  readonly contentIsTooLarge: boolean
}

/** A response before its content coding; a HEAD's `content` is what a GET would get. */
export interface ApiResponse {
  readonly status: number
  readonly fields: readonly FieldLine[]
  readonly content: Uint8Array
  /** Lines that stand behind the fields as they are, whether HTTP allows them or not; a server that writes them closes then. */
  readonly rawLines?: readonly string[]
}

/** A longer document than any language change needs is refused with 413. */
export const contentLimit = 64 * 1024

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Each line of the field, in order. */
export const fieldLines = (request: ApiRequest, name: string): readonly string[] =>
  request.fields.filter(([own]) => own.toLowerCase() === name).map(([, value]) => value)

/** The field's value, its lines joined by a comma (RFC 9110, 5.2), or undefined without the field. */
export const fieldValue = (request: ApiRequest, name: string): string | undefined => {
  const lines = fieldLines(request, name)
  return lines.length === 0 ? undefined : lines.join(', ')
}

const utf8 = new TextEncoder()

export const encodeText = (text: string): Uint8Array => utf8.encode(text)

export const encodeJson = (value: unknown): Uint8Array => utf8.encode(JSON.stringify(value))
