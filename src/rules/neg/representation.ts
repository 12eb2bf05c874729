import { contentText, type HttpResponse, parseJson } from '../../evidence/exchange.ts'
import { isJsonObject } from '../../evidence/json.ts'
import type { Representation } from '../../evidence/person-reading.ts'
import { jwsWithin } from '../jws/jws-within.ts'

/**
 * Which of the two representations the content is, whatever its label says; undefined: neither. A byte order mark
 * before the JSON is KRR-BODY-019's.
 */
export const contentRepresentation = (response: HttpResponse): Representation | undefined => {
  const text = contentText(response)
  if (isJsonObject(parseJson(text.replace(/^\u{feff}/u, '')))) return 'application/json'
  return jwsWithin(text) === undefined ? undefined : 'application/jose'
}
