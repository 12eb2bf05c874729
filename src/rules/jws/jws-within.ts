import { type Jws, parseJws } from '../../evidence/jws.ts'

const threeSegments =
  /(?<![A-Za-z0-9_+/=-])([A-Za-z0-9_+/-]+)=*\.([A-Za-z0-9_+/-]+)=*\.([A-Za-z0-9_+/-]*)=*/

/**
 * The JWS that the text holds, whatever stands around it (line ends, quotes, a fourth segment) and
 * however its segments are padded, or undefined where there is none. For rules that must not fall
 * with KRR-JWS-001, which owns the exact form.
 */
export const jwsWithin = (text: string): Jws | undefined => {
  const found = text.includes('.') ? threeSegments.exec(text) : null
  if (found === null) return undefined
  return parseJws(found.slice(1).join('.').replaceAll('+', '-').replaceAll('/', '_'))
}
