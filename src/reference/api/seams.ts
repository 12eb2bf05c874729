import type { RequestListener } from 'node:http'
import type { ServerOptions } from 'node:https'
import type { JSONWebKeySet } from 'jose'
import type { ReferencePeople } from '../people.ts'
import type { Pki } from '../pki/pki.ts'
import type { JwsSigner } from '../pki/signer.ts'
import type { Seam } from '../seam.ts'
import type { Authentication, Authorisation, Credentials, PresentedToken } from './authenticate.ts'
import type { ApiRequest, ApiResponse, JsonObject } from './message.ts'
import type { PatchDecision } from './patch.ts'
import type { PersonRecord } from './register.ts'

/** The two media types a person comes in. */
export type PersonMediaType = 'application/json' | 'application/jose'

/** What is known of every request. */
export interface RequestContext {
  readonly request: ApiRequest
  /** The people as they were registered at the start. */
  readonly people: ReferencePeople
  /** Issues what is not usual: an expired signer, a certificate of a stranger. */
  readonly pki: Pki
  /** Milliseconds since the epoch: when the request came. */
  readonly now: number
}

export interface AuthenticationContext extends RequestContext {
  readonly credentials: Credentials | undefined
  /** What the token says, unverified; undefined where it does not parse. */
  readonly presented: PresentedToken | undefined
  readonly issuer: string
  /** The issuer's public JWK Set. */
  readonly jwks: JSONWebKeySet
}

export interface AuthenticatedContext extends RequestContext {
  /** The access token's claims. */
  readonly claims: JsonObject
}

export interface AuthorisedContext extends AuthenticatedContext {
  /** All scopes of the token, `openid profile` too. */
  readonly scopes: readonly string[]
}

export interface PersonContext extends AuthorisedContext {
  /** The record as it is now; undefined for who is not in the register. */
  readonly record: PersonRecord | undefined
  readonly representation: PersonMediaType
  /** The document that all scopes together would yield. */
  readonly complete: JsonObject
}

export interface ContentContext extends PersonContext {
  readonly document: JsonObject
}

export interface JwsContext extends ContentContext {
  readonly signer: JwsSigner
}

export interface PatchContext extends AuthorisedContext {
  readonly record: PersonRecord | undefined
  /** The request's content parsed as JSON; undefined where it is none. */
  readonly sent: unknown
}

export interface PatchEffectContext extends PatchContext {
  readonly decision: PatchDecision
}

export interface ErrorContext extends RequestContext {
  readonly status: number
}

export interface ResponseContext extends RequestContext {
  /** Undefined where no token was accepted. */
  readonly claims: JsonObject | undefined
  readonly scopes: readonly string[]
  /** Undefined where no person is delivered. */
  readonly representation: PersonMediaType | undefined
  readonly record: PersonRecord | undefined
}

/** The seams of the person API. A defect changes one value at one of them and nothing else. */
export interface ApiSeams {
  /** Read once, at the start of the server. */
  tlsOptions: Seam<ServerOptions, { readonly pki: Pki }>
  /**
   * Who answers plain http at the port of https, read once at the start. Undefined: nobody, the connection is
   * closed. `serve` is what answers over https.
   */
  plainHttp: Seam<RequestListener | undefined, { readonly serve: RequestListener }>
  /** `/v3/api-docs`, the whole document. */
  openApiDocument: Seam<JsonObject, RequestContext>
  /** The method that a request for the person is taken for, whatever it was sent with. */
  method: Seam<string, RequestContext>
  /** What `Authorization` says; undefined without it. */
  credentials: Seam<Credentials | undefined, RequestContext>
  /** Who is let in. A refusal says why, so that a defect can accept one kind alone. */
  authentication: Seam<Authentication, AuthenticationContext>
  /** The scopes of the token, that decide all that follows. */
  scopes: Seam<readonly string[], AuthenticatedContext>
  /** Whether the token's scopes let it do this at all. */
  authorisation: Seam<Authorisation, AuthorisedContext>
  /** The media type chosen; undefined: none is acceptable, 406. */
  representation: Seam<PersonMediaType | undefined, AuthorisedContext>
  /** The person as these scopes may see it, for both representations. */
  personDocument: Seam<JsonObject, PersonContext>
  /** The JSON text's bytes: the content of `application/json`, the payload of `application/jose`. */
  jsonContent: Seam<Uint8Array, ContentContext>
  /** The key, its certificates and `alg`. */
  jwsSigner: Seam<JwsSigner, ContentContext>
  /** JOSE header and payload before they are signed. */
  jws: Seam<{ readonly header: JsonObject; readonly payload: Uint8Array }, JwsContext>
  /** The compact serialisation. */
  jwsCompact: Seam<string, JwsContext>
  /** What a PATCH's document is taken for. */
  patchDecision: Seam<PatchDecision, PatchContext>
  /**
   * The record as it is stored after a PATCH that was let in, refused documents included: for those
   * it is the record as it was.
   */
  patchEffect: Seam<PersonRecord | undefined, PatchEffectContext>
  /** The body of a refusal. */
  errorDocument: Seam<JsonObject, ErrorContext>
  /** The whole response, of every method and resource, before content coding and `Content-Length`. */
  response: Seam<ApiResponse, ResponseContext>
}
