import { isJsonObject, type JsonObject } from '../../evidence/json.ts'
import type { KrrScope } from '../../evidence/person-reading.ts'
import { type Line, ok, problem, warning } from '../line.ts'

/** The provider's metadata as they came, or why they did not. */
interface ProviderMetadataReading {
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

/** What the token endpoint said to the client with a code that nobody issued. */
export interface ClientReading {
  /** The key of the id, and of the secret or JWK that proves it. */
  readonly idKey: string
  readonly proofKey: string
  readonly outcome: { readonly status: number; readonly error: string } | string
  /** Whether the authorization endpoint knows the id: then it is the proof that is wrong. */
  readonly isIdKnown: boolean
}

/** The algorithm of the client's own key, and those that the metadata offer for assertions. */
interface KeyReading {
  readonly key: string
  readonly algorithm: string
  /** `token_endpoint_auth_signing_alg_values_supported`; undefined where they are not told. */
  readonly offered: unknown
}

/** Whether the provider says that it takes assertions of the key's algorithm. */
export const keyIsOffered = ({ key, algorithm, offered }: KeyReading): readonly Line[] =>
  !Array.isArray(offered) || offered.includes(algorithm)
    ? []
    : [
        warning(
          key,
          `the key signs by ${algorithm}, and the metadata offer ${offered.map(String).join(', ').slice(0, 80)} for client assertions`,
          'register an RSA key, whose assertions are RS256, if the token endpoint refuses the client',
        ),
      ]

/** Whether the provider accepts the client: then all it finds wrong is the code. */
export const clientIsAccepted = (reading: ClientReading): Line => {
  const { idKey, proofKey, outcome, isIdKnown } = reading
  if (typeof outcome === 'string')
    return problem(proofKey, outcome, 'look at the network and the metadata')
  const { status, error } = outcome
  switch (error) {
    case 'invalid_grant':
      return ok(proofKey, 'client authentication: accepted')
    case 'invalid_client':
      return problem(
        proofKey,
        'client authentication: refused (invalid_client)',
        isIdKnown
          ? `${idKey} is known there, so compare ${proofKey} with the registration; secrets and keys expire`
          : `compare ${idKey} and ${proofKey} with the registration; secrets and keys expire there`,
      )
    case 'unauthorized_client':
      return problem(
        idKey,
        'the client may not use authorization_code (unauthorized_client)',
        'register the grant types authorization_code and refresh_token',
      )
    default:
      return warning(
        proofKey,
        `client authentication: not told, the answer is ${status} ${error}`,
        'a login will show it: krr token',
      )
  }
}

/** What a login by `login_hint` granted. */
interface ScopeReading {
  readonly idKey: string
  readonly scopesKey: string
  /** `KRR_<NAME>_SCOPES`: what is asked for. */
  readonly declared: readonly KrrScope[]
  readonly pidKey: string
  readonly loginKey: string
  /** Whether a run would log in this way; else it is only a way to see what is granted. */
  readonly isOwnWay: boolean
  /** `undefined`: it cannot be tried, for only a person can log in. */
  readonly outcome: { readonly granted: readonly KrrScope[] } | string | undefined
}

/** Whether the client is granted what it asks for, and the test user can log in. */
export const scopesAreGranted = (reading: ScopeReading): readonly Line[] => {
  const { idKey, scopesKey, declared, pidKey, loginKey, isOwnWay, outcome } = reading
  if (outcome === undefined)
    return [ok(idKey, 'scopes: asked for and not refused; granted or not at the login')]
  if (typeof outcome === 'string') {
    return isOwnWay
      ? [problem(pidKey, outcome, `compare ${pidKey} and ${loginKey}; this number logs in nowhere`)]
      : [
          warning(
            idKey,
            `scopes: not told before a login (${outcome})`,
            'krr token logs the test user in and shows it',
          ),
        ]
  }
  const missing = declared.filter((scope) => !outcome.granted.includes(scope))
  const further = outcome.granted.filter((scope) => !declared.includes(scope))
  return [
    ...(missing.length === 0
      ? [ok(idKey, `scopes: all ${declared.length} that ${scopesKey} names are granted`)]
      : [
          problem(
            idKey,
            `scopes: not granted: ${missing.join(', ')}`,
            `add them to the client's registration, or leave them out of ${scopesKey}; what needs them would be inconclusive`,
          ),
        ]),
    ...(further.length === 0
      ? []
      : [
          warning(
            scopesKey,
            `scopes: granted though it does not name them: ${further.join(', ')}`,
            'name them too, so that they are judged',
          ),
        ]),
  ]
}

/** What an authorization request of nobody (`prompt=none`) was answered with. */
export interface AuthorizationReading {
  readonly idKey: string
  readonly scopesKey: string
  readonly proofKey: string
  readonly redirectKey: string
  readonly redirectUri: string
  /** Whether the client is known to be accepted: then a refusal is about the redirect URI. */
  readonly isClientAccepted: boolean
  readonly outcome:
    | { readonly kind: 'redirected'; readonly error: string }
    | { readonly kind: 'page'; readonly status: number }
    | { readonly kind: 'trouble'; readonly says: string }
}

/** Errors that say no more than that nobody is logged in (OIDC Core, 3.1.2.6). */
const nobodyIsLoggedIn = new Set(['login_required', 'interaction_required', 'consent_required'])

/** Whether the provider would send a code to the redirect URI, and lets the client ask for the scopes. */
export const redirectUriIsAccepted = (reading: AuthorizationReading): readonly Line[] => {
  const { redirectKey, redirectUri, outcome } = reading
  switch (outcome.kind) {
    case 'trouble':
      return [problem(redirectKey, outcome.says, 'look at the network and the metadata')]
    case 'page':
      return [answeredByPage(reading, outcome.status)]
    case 'redirected':
      return [
        ok(redirectKey, `${redirectUri} is accepted`),
        ...refusedScopes(reading, outcome.error),
      ]
    default:
      return outcome satisfies never
  }
}

const answeredByPage = (reading: AuthorizationReading, status: number): Line => {
  const { idKey, proofKey, redirectKey, redirectUri, isClientAccepted } = reading
  if (status < 400) {
    return warning(
      redirectKey,
      `not told: prompt=none is answered with a page (${status})`,
      'a login will show it',
    )
  }
  return problem(
    redirectKey,
    `${redirectUri} is not accepted: ID-porten shows an error page (status ${status})`,
    isClientAccepted
      ? `register it with the client, letter for letter, or set ${redirectKey} to the registered one`
      : `correct ${idKey} or ${proofKey} first, whichever is wrong; then register it with the client, letter for letter`,
  )
}

const refusedScopes = (
  { idKey, scopesKey }: AuthorizationReading,
  error: string,
): readonly Line[] => {
  if (nobodyIsLoggedIn.has(error)) return []
  if (error === 'invalid_scope') {
    return [
      problem(
        idKey,
        `the client may not ask for all krr:user scopes of ${scopesKey} (invalid_scope)`,
        `add openid, profile and the krr:user scopes to the registration (integration type api_klient), or name in ${scopesKey} those that it has`,
      ),
    ]
  }
  return [
    problem(idKey, `the authorization request is refused (${error})`, 'compare the registration'),
  ]
}
