import { jsonLimit } from './json.ts'

/** One field line of a message, name as it was sent (RFC 9110, 5.2). */
export type FieldLine = readonly [name: string, value: string]

/** The id of a recorded exchange, unique within a run: `x-017`. */
export type ExchangeId = `x-${string}`

/** A request as it was sent, secrets included: it lives in memory only. */
export interface HttpRequest {
  readonly method: string
  readonly url: string
  readonly fields: readonly FieldLine[]
  readonly content?: Uint8Array | undefined
  /** A POST that may be sent again though the one before may have arrived; every other method may (RFC 9110, 9.2.2). */
  readonly mayRepeat?: true | undefined
}

/** A response as it came. `content` is without its content coding; a HEAD or 204 has zero bytes. */
export interface HttpResponse {
  readonly status: number
  readonly fields: readonly FieldLine[]
  readonly content: Uint8Array
  /** The content is not in the coding that `Content-Encoding` names: it is here as it came. */
  readonly isMiscoded?: true
  /** More came than is read: it is the beginning, and a byte behind it that no text in UTF-8 has. */
  readonly isCut?: true
  /** The bytes of status line and fields as they came, where they were read for themselves. */
  readonly head?: Uint8Array
}

/** An attempt that got no judgeable response, before the one that did. */
export interface FailedAttempt {
  readonly startedAt: number
  readonly elapsedMs: number
  readonly trouble: string
}

/** A request with its response: the evidence that rules judge. Never written anywhere unmasked. */
export interface Exchange {
  readonly id: ExchangeId
  /** What was asked, in words, without personal data: `GET person, application/jose`. */
  readonly label: string
  readonly request: HttpRequest
  readonly response: HttpResponse
  /** Milliseconds since the epoch, when the first byte was sent. */
  readonly startedAt: number
  /** Milliseconds since the epoch, when the last byte had come: the clock that rules judge by. */
  readonly receivedAt: number
  readonly failedAttempts: readonly FailedAttempt[]
}

interface Message {
  readonly fields: readonly FieldLine[]
  readonly content?: Uint8Array | undefined
}

/** A media type, lower-cased, with its parameters (RFC 9110, 8.3.1). */
interface MediaType {
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
export const contentJson = (message: Message): unknown => {
  const { content = new Uint8Array() } = message
  if (noJson.has(content)) return undefined
  const value = parseJson(contentText(message))
  if (value === undefined) noJson.add(content)
  return value
}

/** Contents that are known to be no JSON: of a megabyte that is cut off, that shows at its end only. */
const noJson = new WeakSet<Uint8Array>()

/**
 * The text parsed as JSON, or undefined where it is none, or more of it than is read (`jsonLimit`). A long text is
 * asked for by many rules, one after the other: what came of the last ones is remembered.
 */
export const parseJson = (text: string): unknown => {
  if (text.length < longText) return parsed(text)
  const known = lastLong.find((one) => one.text === text)
  if (known !== undefined) return known.value
  const value = parsed(text)
  lastLong.push({ text, value })
  if (lastLong.length > longRemembered) lastLong.shift()
  return value
}

const longText = 16_384
const longRemembered = 4
const lastLong: { readonly text: string; readonly value: unknown }[] = []

const parsed = (text: string): unknown => {
  try {
    return jsonLimit(text) === undefined ? (JSON.parse(text) as unknown) : undefined
  } catch {
    return undefined
  }
}
