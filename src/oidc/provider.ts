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
import { isConfidential, isLoopbackUrl, requireConfidential } from './loopback.ts'
import { requireOwnAnswer } from './own-answer.ts'
import { isOwn, type OwnHosts } from './own-hosts.ts'
import { recordingFetch } from './recording-fetch.ts'
import { describeRefusal, transportError } from './refusal.ts'
import type { OnSecret } from './secrets.ts'

/** ID-porten as it describes itself, raw and as the client uses it. */
export interface Provider {
  readonly reading: ProviderReading
  /** Undefined where they are no JSON object, or another issuer's: those must not be used (RFC 8414, 3.3). */
  readonly metadata: ServerMetadata | undefined
  /** Why openid-client refused the metadata, or undefined where it accepted them. */
  readonly refusal: string | undefined
}

export interface DiscoverOptions extends OwnHosts {
  readonly issuer: string
  readonly clientId: string
  readonly send: Send
  readonly onSecret: OnSecret
}

/**
 * Fetches the provider's metadata and JWK Set. Metadata that name another issuer are evidence, and nothing in them is
 * used: neither their endpoints nor their JWK Set.
 * @throws EvidenceUnavailableError where one of the two did not come at all
 */
export const discoverProvider = async (options: DiscoverOptions): Promise<Provider> => {
  const { issuer } = options
  requireConfidential(issuer, 'the issuer')
  const label = 'GET provider metadata'
  const { fetch, exchanges } = recordingFetch({
    ...options,
    label,
    redirectUri: undefined,
  })
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
  const isTheirs = isJsonObject(raw) && raw['issuer'] === issuer
  const jwks = await fetchJwks(options, isTheirs ? stringAt(raw, 'jwks_uri') : undefined)
  requireOwnAnswer(jwks)
  return {
    reading: { configuredIssuer: issuer, loginHosts: options.loginHosts, metadata, jwks },
    metadata: isTheirs ? { ...raw, issuer } : undefined,
    refusal: refusal === undefined ? undefined : describeRefusal(refusal),
  }
}

const fetchJwks = (options: DiscoverOptions, uri: string | undefined): Promise<Exchange> => {
  const { issuer, send } = options
  // Where the metadata do not say, or name a place elsewhere (KRR-OP-002), at the one that ID-porten documents: one
  // fault must not hide the others, and no key of somebody else's is believed.
  const isUsable = uri !== undefined && isOwn(options, uri) && isConfidential(uri)
  const url = isUsable ? uri : `${issuer.replace(/\/$/, '')}/jwks.json`
  return send('GET JWK Set', {
    method: 'GET',
    url: url,
    fields: [['accept', 'application/json, application/jwk-set+json']],
  })
}
