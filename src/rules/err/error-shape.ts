import { contentText, type HttpResponse, mediaType, parseJson } from '../../evidence/exchange.ts'
import { isJsonObject, type JsonObject } from '../../evidence/json.ts'
import { overLimit } from '../../evidence/over-limit.ts'
import { hasBearerChallenge } from '../auth/bearer-challenge.ts'

/** The members of the one error of this API that was ever shown in public. */
const observedMembers = ['status', 'error', 'error_description', 'correlation_id', 'timestamp']

/** What servers answer with by themselves and no client can expect: all others are known shapes. */
const unknownShapes = ['other JSON', 'no JSON', 'no content'] as const

type UnknownShape = (typeof unknownShapes)[number]

export type ErrorShape =
  | 'problem details'
  | 'the five members observed'
  /** `Errors` of KRR's own published document. */
  | 'JSON:API errors'
  | "Spring Boot's default, without message"
  | "Spring Boot's default, with message"
  | 'error and error_description, as in RFC 6749'
  | 'no content beside a Bearer challenge'
  /** More than is read, in words. */
  | `more than is read: ${string}`
  | UnknownShape

/** Whether clients of the platform know the shape. */
export const isKnownShape = (shape: ErrorShape): boolean =>
  !unknownShapes.some((unknown) => unknown === shape) && !shape.startsWith('more than is read')

/** Which shape an error has; its members are told from its media type where they can be. */
export const errorShape = (response: HttpResponse): ErrorShape => {
  const text = contentText(response)
  if (text.trim() === '') {
    // Who is refused for the token needs no more than the challenge (RFC 6750, 3).
    const isOfTheToken = response.status === 401 || response.status === 403
    return isOfTheToken && hasBearerChallenge(response)
      ? 'no content beside a Bearer challenge'
      : 'no content'
  }
  const over = overLimit(response)
  if (over !== undefined) return `more than is read: ${over}`
  const json = parseJson(text)
  if (json === undefined) return 'no JSON'
  if (!isJsonObject(json)) return 'other JSON'
  const type = mediaType(response)?.essence
  if (type === 'application/problem+json') return 'problem details'
  if (type !== 'application/json' && type !== 'application/vnd.api+json') return 'other JSON'
  return shapeOfMembers(json)
}

const shapeOfMembers = (json: JsonObject): ErrorShape => {
  const has = (...names: readonly string[]) => names.every((name) => Object.hasOwn(json, name))
  if (has(...observedMembers)) return 'the five members observed'
  if (errorObjects(json).length > 0) return 'JSON:API errors'
  if (has('error', 'error_description')) return 'error and error_description, as in RFC 6749'
  if (!has('timestamp', 'status', 'error', 'path')) return 'other JSON'
  return has('message')
    ? "Spring Boot's default, with message"
    : "Spring Boot's default, without message"
}

/** The error objects of a JSON:API document; none where it is something else. */
export const errorObjects = (json: unknown): readonly JsonObject[] => {
  const errors = isJsonObject(json) && Object.hasOwn(json, 'errors') ? json['errors'] : undefined
  return Array.isArray(errors) && errors.every(isJsonObject) ? errors : []
}
