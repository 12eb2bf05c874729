import { type ApiRequest, fieldValue } from './message.ts'
import type { PersonMediaType } from './seams.ts'

/** In the server's own order of preference, for what the client leaves open. */
const offered: readonly PersonMediaType[] = ['application/json', 'application/jose']

interface MediaRange {
  readonly type: string
  readonly quality: number
}

/**
 * The media type with the highest quality value, JSON where two are equal; undefined where the
 * client accepts neither (RFC 9110, 12.5.1).
 */
export const negotiate = (request: ApiRequest): PersonMediaType | undefined => {
  const accept = fieldValue(request, 'accept')?.trim() ?? ''
  if (accept === '') return offered[0]
  const ranges = accept.split(',').map(mediaRange)
  const [best] = offered
    .map((type) => ({ type, quality: qualityOf(type, ranges) }))
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
  return best?.type
}

/** Whether the client accepts gzip (RFC 9110, 12.5.3). */
export const acceptsGzip = (request: ApiRequest): boolean => {
  const codings = (fieldValue(request, 'accept-encoding') ?? '').split(',').map(mediaRange)
  const named = codings.find(({ type }) => type === 'gzip' || type === 'x-gzip')
  const any = codings.find(({ type }) => type === '*')
  return ((named ?? any)?.quality ?? 0) > 0
}

// Parameters but `q` are passed over: `application/json; charset=utf-8` is application/json.
const mediaRange = (text: string): MediaRange => {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const weight = parameters.find((parameter) => /^q\s*=/.test(parameter))
  const quality = weight === undefined ? 1 : Number(weight.replace(/^q\s*=\s*/, ''))
  return { type, quality: Number.isNaN(quality) ? 0 : quality }
}

// The most specific range that fits decides, also where it excludes the type with q=0.
const qualityOf = (type: PersonMediaType, ranges: readonly MediaRange[]): number => {
  const fitting = [type, 'application/*', '*/*'].map((range) =>
    ranges.filter((own) => own.type === range),
  )
  const [first] = fitting.filter((own) => own.length > 0)
  return Math.max(0, ...(first ?? []).map(({ quality }) => quality))
}
