import { contentText, type Exchange } from '../../evidence/exchange.ts'
import type { Rule } from '../rule.ts'
import { jwsWithin } from './jws-within.ts'

/**
 * The exact form: no line end, no quotes, no padding, no bits left over. Content that holds no JWS at
 * all is KRR-NEG-002's; an empty signature is KRR-JWS-002's.
 */
export const contentIsOneCompactJws: Rule<Exchange> = {
  id: 'KRR-JWS-001',
  title: 'The content is one compact JWS and nothing else',
  level: 'MUST',
  basis: 'standard',
  since: 1,
  cites: ['RFC7515-002', 'RFC7515-001'],
  notApplicable: ({ response }) =>
    response.status === 200 && jwsWithin(contentText(response)) !== undefined
      ? undefined
      : 'the content holds no JWS: KRR-NEG-002',

  *check({ response }) {
    const fault = faultIn(contentText(response))
    if (fault !== undefined) {
      yield {
        at: 'content',
        expected: 'three unpadded base64url segments and nothing else',
        actual: fault,
      }
    }
  },
}

/** The first thing that is wrong with the form, in words. */
const faultIn = (text: string): string | undefined => {
  const segments = text.split('.')
  if (text !== text.trim()) return 'white space around them'
  if (segments.length !== 3) return `${segments.length} segments`
  if (segments.some((segment) => segment.endsWith('='))) return 'padded segments'
  if (!segments.every((segment) => /^[A-Za-z0-9_-]*$/.test(segment))) {
    return 'characters that are not base64url'
  }
  const isExact = (segment: string): boolean =>
    Buffer.from(segment, 'base64url').toString('base64url') === segment
  return segments.every(isExact) ? undefined : 'a segment with bits left over'
}
