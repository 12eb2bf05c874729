import type { JsonObject } from './message.ts'
import { languageScope, userScopes } from './scopes.ts'

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
