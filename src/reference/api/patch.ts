import { type ApiRequest, fieldValue, isJsonObject } from './message.ts'
import type { PersonRecord } from './register.ts'

/** What a PATCH's document is taken for. `description` is for the client; it repeats nothing sent. */
export type PatchDecision =
  | { readonly kind: 'accepted'; readonly spraak: string }
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly description: string
      /** The member it is about. */
      readonly pointer?: string
    }

/** An empty one removes the language, as the published document says. */
const languages: readonly unknown[] = ['nb', 'nn', 'en', 'se', '']

/** The request's content parsed as JSON, or undefined where it is none (RFC 8259: UTF-8, no BOM). */
export const readDocument = (request: ApiRequest): unknown => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(request.content)
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/**
 * A document is accepted where it is `{"spraak": …}` with one of the four languages, or an empty one, and nothing
 * else, sent as `application/json`, for somebody active in the register. Whatever else it holds is
 * refused and not left out in silence: only the language can be changed here.
 */
export const decidePatch = (
  request: ApiRequest,
  sent: unknown,
  record: PersonRecord | undefined,
): PatchDecision => {
  if (!isJsonMediaType(request)) {
    return refused(415, 'Content-Type must be application/json')
  }
  if (fieldValue(request, 'content-encoding') !== undefined) {
    return refused(415, 'Content-Encoding is not supported')
  }
  if (request.contentIsTooLarge) return refused(413, 'The document is too large')
  if (sent === undefined) return refused(400, 'The document is not JSON')
  if (!isJsonObject(sent)) return refused(422, 'The document must be an object')
  if (!Object.hasOwn(sent, 'spraak')) return refused(422, 'The member spraak is missing', '/spraak')
  if (Object.keys(sent).length > 1) return refused(422, 'Only spraak can be changed')
  const { spraak } = sent
  if (typeof spraak !== 'string' || !languages.includes(spraak)) {
    return refused(422, 'spraak must be nb, nn, en or se', '/spraak')
  }
  if (record?.status !== 'AKTIV') return refused(403, 'The person is not active in the register')
  return { kind: 'accepted', spraak }
}

/**
 * The record after the PATCH. The language that it has already leaves it as it is; a new one moves
 * `spraak_oppdatert` forward, and never back.
 */
export const applyPatch = (
  record: PersonRecord | undefined,
  decision: PatchDecision,
  now: number,
): PersonRecord | undefined => {
  if (record === undefined || decision.kind === 'refused') return record
  if ((record.spraak ?? '') === decision.spraak) return record
  if (decision.spraak === '') {
    const { spraak: _, spraak_oppdatert: __, ...rest } = record
    return rest
  }
  return {
    ...record,
    spraak: decision.spraak,
    spraak_oppdatert: Math.max(now, record.spraak_oppdatert ?? now),
  }
}

const isJsonMediaType = (request: ApiRequest): boolean => {
  const [essence = '', ...parameters] = (fieldValue(request, 'content-type') ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))
  return (
    essence === 'application/json' && (charset === undefined || /^charset="?utf-8"?$/.test(charset))
  )
}

const refused = (status: number, description: string, pointer?: string): PatchDecision => ({
  kind: 'refused',
  status,
  description,
  ...(pointer === undefined ? {} : { pointer }),
})
