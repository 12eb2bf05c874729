import { contentJson } from '../../evidence/exchange.ts'
import { isJsonObject, type JsonObject, valueAt } from '../../evidence/json.ts'
import type { ProviderReading } from '../../evidence/login.ts'

/** The keys of the provider's JWK Set with their places, or undefined where it is none (KRR-OP-003). */
export const jwkSet = ({ jwks }: ProviderReading): readonly JsonObject[] | undefined => {
  const keys = valueAt(contentJson(jwks.response), 'keys')
  if (jwks.response.status !== 200 || !Array.isArray(keys)) return undefined
  return keys.every(isJsonObject) ? keys : undefined
}
