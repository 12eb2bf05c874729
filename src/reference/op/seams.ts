import type { Seam } from '../seam.ts'

/** A JSON object on its way out; a defect gives back a changed copy. */
export type JsonDocument = { readonly [name: string]: unknown }

/** A query parameter or field line, in order. */
export type NameValue = readonly [name: string, value: string]

/** A token endpoint response: successes and refusals alike. */
export interface OpTokenResponse {
  readonly status: number
  readonly fields: readonly NameValue[]
  readonly body: JsonDocument
}

/** For whom a token is made. Times are in the claims. */
export interface OpTokenContext {
  readonly issuer: string
  readonly clientId: string
  readonly pid: string
  /** The `krr:user/*` scopes and `openid profile`, as granted. */
  readonly scopes: readonly string[]
}

/** The seams of the OpenID provider. A defect changes one value at one of them and nothing else. */
export interface OpSeams {
  /** `/.well-known/openid-configuration`, the whole document. */
  providerMetadata: Seam<JsonDocument, { readonly issuer: string }>
  /** `/jwks.json`. The private key in the context is the one that signs. */
  jwks: Seam<
    { readonly keys: readonly JsonDocument[] },
    { readonly issuer: string; readonly privateJwk: JsonDocument }
  >
  /** The parameters that the redirect URI gets, errors included. */
  authorizationResponse: Seam<
    readonly NameValue[],
    { readonly issuer: string; readonly redirectUri: string; readonly clientId: string }
  >
  /** `/token`, whatever the status; `grantType` is the one asked for. */
  tokenResponse: Seam<
    OpTokenResponse,
    { readonly issuer: string; readonly clientId: string; readonly grantType: string }
  >
  idTokenClaims: Seam<JsonDocument, OpTokenContext>
  /** The JOSE header. The signature stays RS256 over it, whatever `alg` says. */
  idTokenHeader: Seam<JsonDocument, OpTokenContext>
  /** The signed compact serialisation. */
  idTokenCompact: Seam<string, OpTokenContext>
  accessTokenClaims: Seam<JsonDocument, OpTokenContext>
  /** The signed compact serialisation. What is changed here is unknown to userinfo and revocation. */
  accessTokenCompact: Seam<string, OpTokenContext>
  /** The scopes of one access token: its `scope` claim and the token response's `scope`. */
  grantedScopes: Seam<
    readonly string[],
    { readonly issuer: string; readonly clientId: string; readonly pid: string }
  >
  /** What answers `prompt=none` without a session: the error, or the login page. Reached only by such a request. */
  silentRequest: Seam<'refused' | 'page', { readonly clientId: string }>
  /** Whether a code that was spent before is refused. Reached only by such a code. */
  codeReuse: Seam<'refused' | 'accepted', { readonly clientId: string }>
  /** Whether a `code_verifier` that does not fit, or is missing, is refused. Reached only by such a one. */
  codeVerifierCheck: Seam<'refused' | 'accepted', { readonly clientId: string }>
}
