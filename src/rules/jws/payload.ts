import { parseJson } from '../../evidence/exchange.ts'
import { isJsonObject, type JsonObject } from '../../evidence/json.ts'
import type { JwsReading } from '../../evidence/jws.ts'

/** The payload as a JSON object, unverified, or undefined where it is none (KRR-JWS-009). */
export const payloadOf = ({ jws }: Pick<JwsReading, 'jws'>): JsonObject | undefined => {
  // The decoder drops a byte order mark, which is KRR-BODY-019's.
  const payload = parseJson(new TextDecoder().decode(jws.payload))
  return isJsonObject(payload) ? payload : undefined
}
