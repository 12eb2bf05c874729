import type { FieldLine } from './exchange.ts'
import { jsonLimit } from './json-limit.ts'

interface Message {
  readonly fields: readonly FieldLine[]
  readonly content?: Uint8Array | undefined
}

/** A media type, lower-cased, with its parameters (RFC 9110, 8.3.1). */
export interface MediaType {
  readonly essence: string
  readonly parameters: ReadonlyMap<string, string>
}

/** The field's value, its lines joined by a comma (RFC 9110, 5.2), or undefined without the field. */
export const fieldValue = (message: Message, name: string): string | undefined => {
  const lines = fieldLines(message, name)
  return lines.length === 0 ? undefined : lines.join(', ')
}

/** Each line of the field, in order, for fields that must not be joined (`Set-Cookie`). */
export const fieldLines = (message: Message, name: string): readonly string[] =>
  message.fields
    .filter(([own]) => own.toLowerCase() === name.toLowerCase())
    .map(([, value]) => value)

/** The message's media type, or undefined without a `Content-Type`. */
export const mediaType = (message: Message): MediaType | undefined => {
  const value = fieldValue(message, 'content-type')
  if (value === undefined) return undefined
  const [essence = '', ...rest] = value.split(';').map((part) => part.trim())
  const parameters = new Map(
    rest.map((part) => {
      const [name = '', ...parts] = part.split('=')
      const quoted = parts.join('=')
      return [name.toLowerCase(), quoted.replace(/^"(.*)"$/, '$1').toLowerCase()] as const
    }),
  )
  return { essence: essence.toLowerCase(), parameters }
}

/** The content as text; bytes that are not UTF-8 become U+FFFD. */
export const contentText = (message: Message): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(message.content ?? new Uint8Array())

/** The content parsed as JSON, or undefined where it is none. */
export const contentJson = (message: Message): unknown => parseJson(contentText(message))

/** The text parsed as JSON, or undefined where it is none, or more of it than is read (`jsonLimit`). */
export const parseJson = (text: string): unknown => {
  try {
    return jsonLimit(text) === undefined ? (JSON.parse(text) as unknown) : undefined
  } catch {
    return undefined
  }
}
