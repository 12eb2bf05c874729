import type { HttpResponse } from '../../evidence/exchange.ts'
import { isJsonObject } from '../../evidence/json.ts'
import { contentText, mediaType, parseJson } from '../../evidence/message.ts'

/** The members of the one error of this API that was ever shown in public. */
const observedMembers = ['status', 'error', 'error_description', 'correlation_id', 'timestamp']

/** The first two are fine; the others are what servers answer with by themselves. */
export type ErrorShape =
  | 'problem details'
  | 'the five members observed'
  | 'JSON with error and error_description'
  | 'other JSON'
  | 'no JSON'
  | 'no content'

/** Which shape an error has; its members are told from its media type where they can be. */
export const errorShape = (response: HttpResponse): ErrorShape => {
  const text = contentText(response)
  if (text.trim() === '') return 'no content'
  const json = parseJson(text)
  if (json === undefined) return 'no JSON'
  if (!isJsonObject(json)) return 'other JSON'
  const type = mediaType(response)?.essence
  if (type === 'application/problem+json') return 'problem details'
  const isJson = type === 'application/json'
  if (isJson && observedMembers.every((name) => name in json)) return 'the five members observed'
  return 'error' in json && 'error_description' in json
    ? 'JSON with error and error_description'
    : 'other JSON'
}
