import { isJsonObject, type JsonObject } from '../../evidence/json.ts'
import { type Line, ok, problem } from '../line.ts'

/** The provider's metadata as they came, or why they did not. */
export interface ProviderMetadataReading {
  readonly key: string
  readonly configuredIssuer: string
  /** The environment's hosts, and the key that names further ones. */
  readonly loginHosts: readonly string[]
  readonly hostsKey: string
  readonly outcome: { readonly status: number; readonly metadata: unknown } | string
}

/** Whether the issuer is an OpenID provider, the one that is configured, and knows what the login needs. */
export const providerIsKnown = (reading: ProviderMetadataReading): readonly Line[] => {
  const { key, configuredIssuer, outcome } = reading
  if (typeof outcome === 'string')
    return [problem(key, outcome, 'look at the address, the network and HTTPS_PROXY')]
  const { metadata, status } = outcome
  if (status !== 200 || !isJsonObject(metadata)) {
    const says = `no provider metadata at ${configuredIssuer}/.well-known/openid-configuration (status ${status})`
    return [problem(key, says, "set ID-porten's issuer, without a path or a trailing slash")]
  }
  if (metadata['issuer'] !== configuredIssuer) {
    const named = typeof metadata['issuer'] === 'string' ? `"${metadata['issuer']}"` : 'none'
    return [
      problem(
        key,
        `the metadata name the issuer ${named}, not "${configuredIssuer}"`,
        `set ${key} to the issuer byte for byte, if that is the provider you mean`,
      ),
    ]
  }
  return [
    ok(key, 'metadata: the issuer is the configured one'),
    ...lacking(key, metadata),
    ...elsewhere(reading, metadata),
  ]
}

const endpoints = ['authorization_endpoint', 'token_endpoint', 'revocation_endpoint', 'jwks_uri']

/** Where the metadata lead to hosts that are none of the environment's: nothing is sent there. */
const elsewhere = (
  { key, hostsKey, loginHosts }: ProviderMetadataReading,
  metadata: JsonObject,
): readonly Line[] =>
  endpoints.flatMap((member) => {
    const address = metadata[member]
    if (typeof address !== 'string') return []
    const { host, protocol } = URL.canParse(address) ? new URL(address) : { host: '', protocol: '' }
    if (loginHosts.includes(host)) return []
    if (host === '' || !protocol.startsWith('http'))
      return [problem(key, `metadata: ${member} is no https URL`, 'tell who runs it')]
    return [
      problem(
        hostsKey,
        `metadata: ${member} is on ${host}, which is no host of this environment`,
        `nothing is sent there; if it is meant, name it in ${hostsKey}`,
      ),
    ]
  })

const needed = [
  ['response_types_supported', 'code'],
  ['code_challenge_methods_supported', 'S256'],
] as const

const lacking = (key: string, metadata: JsonObject): readonly Line[] =>
  needed.flatMap(([member, value]) => {
    const offered = metadata[member]
    if (Array.isArray(offered) && offered.includes(value)) return []
    return [
      problem(key, `metadata: ${member} lacks ${value}`, 'tell who runs it; the login needs it'),
    ]
  })
