import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JSONWebKeySet,
  type JWTVerifyResult,
  jwtVerify,
} from 'jose'
import { type ApiRequest, fieldLines, type JsonObject } from './message.ts'

/** `Authorization` taken apart (RFC 9110, 11.4); the scheme as it was written. */
export interface Credentials {
  readonly scheme: string
  readonly token: string
}

/** A JWT taken apart; nothing of it has been verified. */
export interface PresentedToken {
  readonly header: JsonObject
  readonly claims: JsonObject
}

/** Why a request is not let in. Everything that is asked before the one named was in order. */
export type AuthenticationRefusal =
  | 'no-credentials'
  | 'other-scheme'
  | 'malformed'
  | 'algorithm'
  | 'signature'
  | 'issuer'
  | 'expired'
  | 'not-an-access-token'
  | 'audience'
  | 'revoked'

export type Authentication =
  | { readonly kind: 'accepted'; readonly claims: JsonObject }
  | { readonly kind: 'refused'; readonly reason: AuthenticationRefusal }

/** What tokens are held against. */
interface TokenPolicy {
  readonly issuer: string
  readonly jwks: JSONWebKeySet
  /** What a token with `aud` must be for; without `aud` it is for anybody its scopes name. */
  readonly audiences: readonly string[]
  /** Whether the token with this `jti` was revoked. */
  readonly isRevoked: (jti: string) => boolean | Promise<boolean>
}

/** `now` is in milliseconds since the epoch. */
export type Authenticate = (
  credentials: Credentials | undefined,
  now: number,
) => Promise<Authentication>

/** The request's credentials; two lines of `Authorization` are none that could be trusted. */
export const readCredentials = (request: ApiRequest): Credentials | undefined => {
  const lines = fieldLines(request, 'authorization')
  if (lines.length === 0) return undefined
  const [scheme = '', ...rest] = lines.join(', ').trim().split(/ +/)
  return { scheme, token: rest.join(' ') }
}

/** Takes the token apart, or gives undefined where it is no JWT. */
export const readToken = (credentials: Credentials | undefined): PresentedToken | undefined => {
  if (credentials === undefined) return undefined
  try {
    const header = decodeProtectedHeader(credentials.token)
    return { header: { ...header }, claims: decodeJwt(credentials.token) }
  } catch {
    return undefined
  }
}

/**
 * Lets in who presents an access token of the issuer as a Bearer token (RFC 6750, 2.1): RS256 by a
 * key of its JWK Set, not expired, meant for this API, not revoked.
 */
export const createAuthenticate = (policy: TokenPolicy): Authenticate => {
  const keys = createLocalJWKSet(policy.jwks)
  const known = new Map<string, JWTVerifyResult>()
  /** A token that was verified stays so until it expires, and a client presents it again and again. */
  const verified = async (token: string, now: number): Promise<JWTVerifyResult> => {
    const earlier = known.get(token)
    if (earlier !== undefined && Number(earlier.payload.exp) > Math.floor(now / 1000))
      return earlier
    const result = await jwtVerify(token, keys, {
      algorithms: ['RS256'],
      issuer: policy.issuer,
      currentDate: new Date(now),
      requiredClaims: ['exp', 'jti', 'client_id', 'scope'],
    })
    if (known.size >= rememberedTokens) known.clear()
    known.set(token, result)
    return result
  }
  return async (credentials, now) => {
    if (credentials === undefined) return refused('no-credentials')
    if (credentials.scheme.toLowerCase() !== 'bearer') return refused('other-scheme')
    if (readToken(credentials) === undefined) return refused('malformed')
    try {
      const { payload, protectedHeader } = await verified(credentials.token, now)
      if (!accessTokenTypes.includes(protectedHeader.typ?.toLowerCase() ?? 'jwt')) {
        return refused('not-an-access-token')
      }
      if (!isFor(policy.audiences, payload.aud)) return refused('audience')
      if (await policy.isRevoked(String(payload.jti))) return refused('revoked')
      return { kind: 'accepted', claims: payload }
    } catch (error) {
      return refused(reasonOf(error))
    }
  }
}

const rememberedTokens = 256

const accessTokenTypes = ['jwt', 'at+jwt', 'application/at+jwt']

const isFor = (audiences: readonly string[], aud: string | string[] | undefined): boolean =>
  aud === undefined || [aud].flat().some((audience) => audiences.includes(audience))

const refused = (reason: AuthenticationRefusal): Authentication => ({ kind: 'refused', reason })

const reasonOf = (error: unknown): AuthenticationRefusal => {
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm'
  if (error instanceof errors.JWTExpired) return 'expired'
  if (error instanceof errors.JWTClaimValidationFailed) {
    return error.claim === 'iss' ? 'issuer' : 'not-an-access-token'
  }
  if (
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey
  ) {
    return 'signature'
  }
  return 'malformed'
}

export const contactScope = 'krr:user/kontaktinformasjon.read'

export const mailboxScope = 'krr:user/digitalpost.read'

export const languageScope = 'krr:user/spraak.write'

/** The three scopes of the user-specific API. */
export const userScopes: readonly string[] = [contactScope, mailboxScope, languageScope]

/** What the token's scopes allow. A refusal names the scopes that would do. */
export type Authorisation =
  | { readonly kind: 'granted' }
  | { readonly kind: 'refused'; readonly scope: string }

/** The scopes in the token's `scope` claim (RFC 6749, 3.3). */
export const readScopes = (claims: JsonObject): readonly string[] => {
  const { scope } = claims
  return typeof scope === 'string' ? scope.split(' ').filter((name) => name !== '') : []
}

/**
 * A person is read with any scope of this API, and changed with `krr:user/spraak.write` alone. A
 * token without `pid` is nobody's.
 */
export const authorise = (
  method: string,
  claims: JsonObject,
  scopes: readonly string[],
): Authorisation => {
  const needed = method === 'PATCH' ? [languageScope] : userScopes
  const granted = typeof claims['pid'] === 'string' && needed.some((name) => scopes.includes(name))
  return granted ? { kind: 'granted' } : { kind: 'refused', scope: needed.join(' ') }
}
