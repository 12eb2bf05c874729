import { pointerOf } from './pointer.ts'

/** A place of the person resource that a document promises something of: an operation or a part of one. */
export interface Place {
  /** `GET` */
  readonly method: string
  /** Whose the part is: the request's, or a response's. The operation itself has neither. */
  readonly message?: 'request' | 'response'
  /** The key of a response: `200`, `2XX`, `default`. */
  readonly status?: string
  /** A parameter of the request. */
  readonly parameter?: { readonly in: 'query' | 'header' | 'cookie'; readonly name: string }
  /** Without parameters, in small letters: `application/json`. It may be a range. */
  readonly mediaType?: string
  /** The member of a document, by the names that lead to it. */
  readonly member?: readonly string[]
}

/** The place in words: `GET 200 application/json /status`. */
export const placeName = ({
  method,
  message,
  status,
  parameter,
  mediaType,
  member,
}: Place): string =>
  [
    method,
    message === 'request' ? 'request' : status,
    parameter && `${parameter.in} ${pointerOf(parameter.name)}`,
    mediaType,
    member && pointerOf(...member),
  ]
    .filter((part) => part !== undefined)
    .join(' ')

/** The place around this one, and what is around that in turn, the nearest first. */
export const placesAbove = (place: Place): readonly Place[] => {
  const above = around(place)
  return above === undefined ? [] : [above, ...placesAbove(above)]
}

const around = ({ member, ...place }: Place): Place | undefined => {
  if (member !== undefined) {
    return member.length > 1 ? { ...place, member: member.slice(0, -1) } : place
  }
  const { mediaType, parameter, ...rest } = place
  const { method, message } = rest
  if (message === undefined) return undefined
  const isPart = mediaType !== undefined || parameter !== undefined
  return message === 'response' && isPart ? rest : { method }
}

/** Equal for equal places. The name of a field has no case (RFC 9110, 5.1). */
export const placeKey = ({ parameter, member, ...place }: Place): string => {
  const { method, message, status, mediaType } = place
  const name = parameter?.in === 'header' ? parameter.name.toLowerCase() : parameter?.name
  return JSON.stringify([method, message, status, parameter?.in, name, mediaType, member])
}

/** A media type without its parameters; its names have no case (RFC 9110, 8.3.1). */
export const essenceOf = (mediaType: string): string =>
  (mediaType.split(';')[0] ?? mediaType).trim().toLowerCase()

/** The entry of these that holds for a media type: its own, its range's, or any. */
export const mediaTypeIn = (types: Iterable<string>, essence: string): string | undefined => {
  const all = [...types]
  return [essence, essence.replace(/\/.*/, '/*'), '*/*']
    .map((range) => all.find((type) => essenceOf(type) === range))
    .find((found) => found !== undefined)
}

/** The key of these that holds for a status: its own, its range's (`2XX`), or `default`. */
export const statusIn = (keys: Iterable<string>, status: string): string | undefined => {
  const all = [...keys]
  return [status, `${status.charAt(0)}XX`, 'default'].find((key) => all.includes(key))
}
