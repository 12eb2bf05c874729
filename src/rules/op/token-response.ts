import { contentJson, parseJson } from '../../evidence/exchange.ts'
import { isJsonObject, type JsonObject, stringAt } from '../../evidence/json.ts'
import { type Jws, parseJws } from '../../evidence/jws.ts'
import type { LoginReading } from '../../evidence/login.ts'

/** The members of a successful token response, or undefined where it is none (KRR-OP-005). */
export const tokenResponse = ({ token }: LoginReading): JsonObject | undefined => {
  const content = contentJson(token.response)
  return token.response.status === 200 && isJsonObject(content) ? content : undefined
}

/** Why rules about the tokens cannot be judged, or undefined where they can. */
export const withoutTokens = (login: LoginReading): string | undefined =>
  tokenResponse(login) === undefined
    ? 'there is no successful token response: KRR-OP-005'
    : undefined

const jwtAt = (login: LoginReading, member: string): Jws | undefined =>
  parseJws(stringAt(tokenResponse(login), member) ?? '')

/** The ID token taken apart, or undefined where it is no signed JWT (KRR-OP-006). */
export const idToken = (login: LoginReading): Jws | undefined => jwtAt(login, 'id_token')

/** The ID token's claims, unverified. */
export const idTokenClaims = (login: LoginReading): JsonObject | undefined =>
  claimsOf(idToken(login))

/** The claims of an access token that is a JWT, unverified; undefined where it is opaque. */
export const accessTokenClaims = (login: LoginReading): JsonObject | undefined =>
  claimsOf(jwtAt(login, 'access_token'))

/** Why rules about the ID token's claims cannot be judged, or undefined where they can. */
export const withoutIdToken = (login: LoginReading): string | undefined =>
  withoutTokens(login) ??
  (idTokenClaims(login) === undefined ? 'there is no readable ID token: KRR-OP-006' : undefined)

/** The claims set of a JWT, unverified, or undefined where the payload is no JSON object. */
export const claimsOf = (jws: Jws | undefined): JsonObject | undefined => {
  const claims = jws && parseJson(Buffer.from(jws.payload).toString('utf8'))
  return isJsonObject(claims) ? claims : undefined
}

/** The `krr:user/*` scopes among those listed, which are the ones that the person API knows. */
export const krrScopesIn = (scopes: readonly string[]): readonly string[] =>
  scopes.filter((scope) => scope.startsWith('krr:user/'))

/** The `krr:user/*` scopes of the grant; a response without `scope` grants what was requested. */
export const grantedScopes = (login: LoginReading): readonly string[] => {
  const scope = stringAt(tokenResponse(login), 'scope')
  return krrScopesIn(scope === undefined ? login.request.scopes : scope.split(' '))
}
