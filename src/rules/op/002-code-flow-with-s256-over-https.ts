import { type JsonObject, jsonPointer, leavesOf, wordsOf } from '../../evidence/json.ts'
import type { ProviderReading } from '../../evidence/login.ts'
import { orAbsent } from '../or-absent.ts'
import { type Finding, fromWire, type Rule } from '../rule.ts'
import { providerMetadata, withoutMetadata } from './provider-metadata.ts'

/** What a login cannot do without (OIDC Discovery, 3). */
const requiredEndpoints = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const

/** ID-porten takes the code flow and PKCE from each client; metadata that is silent does not offer PKCE. */
export const codeFlowWithS256OverHttps: Rule<ProviderReading> = {
  id: 'KRR-OP-002',
  title: 'The code flow and PKCE S256 are offered, and all endpoints are https',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['AUTZ-001', 'PKCE-003', 'RFC8414-001', 'RFC6749-001'],
  notApplicable: withoutMetadata,

  *check(provider) {
    const metadata = providerMetadata(provider)
    if (metadata === undefined) return
    yield* lists(metadata, 'response_types_supported', 'code')
    yield* lists(metadata, 'code_challenge_methods_supported', 'S256')
    // Absent, it is authorization_code and implicit (OIDC Discovery, 3).
    if (metadata['grant_types_supported'] !== undefined) {
      yield* lists(metadata, 'grant_types_supported', 'authorization_code')
    }
    yield* endpoints(metadata)
    yield* elsewhere(metadata, provider)
  },
}

function* lists(metadata: JsonObject, member: string, value: string): Generator<Finding> {
  const listed = metadata[member]
  if (!Array.isArray(listed) || !listed.includes(value)) {
    yield { at: `/${member}`, expected: `a list with ${value}`, actual: orAbsent(listed) }
  }
}

function* endpoints(metadata: JsonObject): Generator<Finding> {
  for (const name of requiredEndpoints) {
    if (metadata[name] === undefined) {
      yield { at: `/${name}`, expected: 'an https URL', actual: 'absent' }
    }
  }
  for (const { path, value } of leavesOf(metadata)) {
    const isEndpoint = /(?:_endpoint|jwks_uri)$/.test(String(path.at(-1)))
    if (isEndpoint && !isConfidential(wordsOf(value))) {
      yield { at: jsonPointer(path), expected: 'an https URL', actual: fromWire(value) }
    }
  }
}

/** What a login sends secrets to, or believes the keys of. */
const trustedEndpoints = [
  'authorization_endpoint',
  'token_endpoint',
  'revocation_endpoint',
  'jwks_uri',
] as const

/** The hosts that metadata may lead to are the environment's: ID-porten documents its own, others are set. */
function* elsewhere(metadata: JsonObject, { loginHosts }: ProviderReading): Generator<Finding> {
  for (const name of trustedEndpoints) {
    const address = metadata[name]
    if (typeof address !== 'string' || !isConfidential(address)) continue
    if (loginHosts.includes(new URL(address).host)) continue
    yield {
      at: `/${name}`,
      expected: 'on a host of the environment (KRR_<NAME>_LOGIN_HOSTS)',
      actual: fromWire(address),
    }
  }
}

/** As a URL writes them: an IPv4 address has four numbers there. */
const loopback = /^(?:localhost|127\.[\d.]+|\[::1\])$/

const isConfidential = (address: string): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname))
}
