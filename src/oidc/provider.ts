import {
  allowInsecureRequests,
  customFetch,
  discovery,
  None,
  type ServerMetadata,
} from 'openid-client'
import type { Exchange } from '../evidence/exchange.ts'
import { isJsonObject, stringAt } from '../evidence/json.ts'
import type { ProviderReading } from '../evidence/login.ts'
import { contentJson } from '../evidence/message.ts'
import type { Send } from '../evidence/transport.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import { isLoopbackUrl, requireConfidential } from './loopback.ts'
import { requireOwnAnswer } from './own-answer.ts'
import { recordingFetch } from './recording-fetch.ts'
import { describeRefusal, transportError } from './refusal.ts'
import type { OnSecret } from './secrets.ts'

/** ID-porten as it describes itself, raw and as the client uses it. */
export interface Provider {
  readonly reading: ProviderReading
  /**
   * The metadata with the *configured* issuer in it, so that every later comparison is with what was
   * configured; undefined where they are no JSON object.
   */
  readonly metadata: ServerMetadata | undefined
  /** Why openid-client refused the metadata, or undefined where it accepted them. */
  readonly refusal: string | undefined
}

export interface DiscoverOptions {
  readonly issuer: string
  readonly clientId: string
  readonly send: Send
  readonly onSecret: OnSecret
}

/**
 * Fetches the provider's metadata and JWK Set. Metadata that openid-client refuses (a wrong `issuer`) are
 * evidence all the same, and the login goes on with them, against the configured issuer.
 * @throws EvidenceUnavailableError where one of the two did not come at all
 */
export const discoverProvider = async (options: DiscoverOptions): Promise<Provider> => {
  const { issuer, send, onSecret } = options
  requireConfidential(issuer, 'the issuer')
  const label = 'GET provider metadata'
  const { fetch, exchanges } = recordingFetch({ send, onSecret, label, redirectUri: undefined })
  const execute = isLoopbackUrl(issuer) ? [allowInsecureRequests] : []
  const refusal = await discovery(new URL(issuer), options.clientId, undefined, None(), {
    [customFetch]: fetch,
    execute,
  }).then(
    () => undefined,
    (error: unknown) => error,
  )
  const [metadata] = exchanges
  if (metadata === undefined)
    throw (
      transportError(refusal) ??
      new EvidenceUnavailableError(`${label}: ${describeRefusal(refusal)}`)
    )
  requireOwnAnswer(metadata)
  const raw = contentJson(metadata.response)
  const jwks = await fetchJwks(options, stringAt(raw, 'jwks_uri'))
  requireOwnAnswer(jwks)
  return {
    reading: { configuredIssuer: issuer, metadata, jwks },
    metadata: isJsonObject(raw) ? { ...raw, issuer } : undefined,
    refusal: refusal === undefined ? undefined : describeRefusal(refusal),
  }
}

const fetchJwks = (
  { issuer, send }: DiscoverOptions,
  uri: string | undefined,
): Promise<Exchange> => {
  // Where the metadata do not say, at the place that ID-porten documents: one fault must not hide the others.
  const url = uri ?? `${issuer.replace(/\/$/, '')}/jwks.json`
  return send('GET JWK Set', {
    method: 'GET',
    url: requireConfidential(url, '"jwks_uri"'),
    fields: [['accept', 'application/json, application/jwk-set+json']],
  })
}
