import { contentJson } from '../../evidence/exchange.ts'
import { isJsonObject, type JsonObject } from '../../evidence/json.ts'
import type { ProviderReading } from '../../evidence/login.ts'

/** The provider's metadata, or undefined where the response holds none (KRR-OP-001). */
export const providerMetadata = ({ metadata }: ProviderReading): JsonObject | undefined => {
  const content = contentJson(metadata.response)
  return metadata.response.status === 200 && isJsonObject(content) ? content : undefined
}

/** Why rules about the metadata cannot be judged, or undefined where they can. */
export const withoutMetadata = (provider: ProviderReading): string | undefined =>
  providerMetadata(provider) === undefined ? 'there is no metadata: KRR-OP-001' : undefined
