import {
  allowInsecureRequests,
  type CustomFetch,
  customFetch,
  discovery,
  None,
  type ServerMetadata,
} from 'openid-client'
import { contentJson, contentText, type Exchange, type FieldLine } from '../evidence/exchange.ts'
import { isJsonObject, stringAt } from '../evidence/json.ts'
import type { ProviderReading } from '../evidence/login.ts'
import { EvidenceUnavailableError, type Send } from '../evidence/transport.ts'
import { learnParameters, learnTokenResponse, type OnSecret } from './client-authentication.ts'
import { requireOwnAnswer } from './own-answer.ts'
import {
  isConfidential,
  isLoopbackUrl,
  isOwn,
  type OwnHosts,
  requireConfidential,
  requireOwn,
} from './own-hosts.ts'
import { describeRefusal, transportError } from './refusal.ts'

/** A fetch for openid-client whose every request goes through a recorder. */
interface RecordingFetch {
  readonly fetch: CustomFetch
  /** What was exchanged, in order and raw, whatever the library made of it. */
  readonly exchanges: readonly Exchange[]
}

export interface RecordingFetchOptions extends OwnHosts {
  readonly send: Send
  readonly onSecret: OnSecret
  readonly label: string
  /** Where the JWK Set is: it is asked again for a key that is not known. */
  readonly jwksUri?: string | undefined
  /** Sent byte for byte: the library would take it from a parsed URL, which may write it otherwise. */
  readonly redirectUri: string | undefined
  /** Whether a POST may be sent again though the one before may have arrived. */
  readonly mayRepeat?: true | undefined
}

/** Makes a fetch that sends by `send` and keeps the exchanges. */
export const recordingFetch = (options: RecordingFetchOptions): RecordingFetch => {
  const exchanges: Exchange[] = []
  const fetch: CustomFetch = async (url, { method, headers, body }) => {
    requireOwn(options, url, `${options.label}: the endpoint`)
    const form = body instanceof URLSearchParams ? body : undefined
    if (form !== undefined && options.redirectUri !== undefined && form.has('redirect_uri'))
      form.set('redirect_uri', options.redirectUri)
    if (form !== undefined) learnParameters(form, options.onSecret)
    const fields = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'user-agent')
    learnCredentials(fields, options.onSecret)
    const content = form === undefined ? undefined : new TextEncoder().encode(form.toString())
    const { mayRepeat } = options
    const label =
      url === options.jwksUri ? 'GET JWK Set, for a key that is not known' : options.label
    const exchange = await options.send(label, { method, url, fields, content, mayRepeat })
    exchanges.push(exchange)
    learnTokenResponse(contentText(exchange.response), options.onSecret)
    return responseOf(exchange)
  }
  return { fetch, exchanges }
}

const learnCredentials = (fields: readonly FieldLine[], onSecret: OnSecret): void => {
  for (const [name, value] of fields) {
    const [, credentials] = value.split(' ')
    if (name.toLowerCase() === 'authorization' && credentials !== undefined)
      onSecret('credentials', credentials)
  }
}

const withoutContent = new Set([204, 205, 304])

const responseOf = ({ response }: Exchange): Response => {
  const headers = new Headers()
  for (const [name, value] of response.fields) headers.append(name, value)
  const content = withoutContent.has(response.status) ? null : Buffer.from(response.content)
  return new Response(content, { status: response.status, headers })
}

/** ID-porten as it describes itself, raw and as the client uses it. */
export interface Provider {
  readonly reading: ProviderReading
  /** Undefined where they are no JSON object, or another issuer's: those must not be used (RFC 8414, 3.3). */
  readonly metadata: ServerMetadata | undefined
  /** Why openid-client refused the metadata, or undefined where it accepted them. */
  readonly refusal: string | undefined
}

interface DiscoverOptions extends OwnHosts {
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
      new EvidenceUnavailableError(`${label}: ${describeRefusal(refusal)}`, {
        obstacle: { kind: 'login-answer', step: label },
      })
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
