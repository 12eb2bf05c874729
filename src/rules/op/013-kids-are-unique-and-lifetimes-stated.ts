import { type JsonObject, valueAt } from '../../evidence/json.ts'
import type { LoginReading, ProviderReading } from '../../evidence/login.ts'
import { orAbsent } from '../or-absent.ts'
import { type Finding, fromWire, type Rule } from '../rule.ts'
import { jwkSet } from './jwk-set.ts'
import { tokenResponse, withoutTokens } from './token-response.ts'

/**
 * Of the provider: its `kid`s. Of a login: its `expires_in`. A client that has neither has to guess. RFC 7517
 * lets keys of different types share a `kid`, which is reported.
 */
export const kidsAreUniqueAndLifetimesStated: Rule<ProviderReading | LoginReading> = {
  id: 'KRR-OP-013',
  title: 'kids in the JWK Set are unique, and expires_in is positive',
  level: 'SHOULD',
  basis: 'standard',
  since: 2,
  cites: ['RFC7517-001', 'RFC7517-002', 'RFC6749-007'],
  notApplicable: (subject) => {
    if (isLogin(subject)) return withoutTokens(subject)
    return jwkSet(subject) === undefined ? 'there is no JWK Set: KRR-OP-003' : undefined
  },

  *check(subject) {
    if (isLogin(subject)) {
      yield* lifetime(subject)
      return
    }
    const keys = jwkSet(subject)
    if (keys !== undefined) yield* repeatedKids(keys)
  },
  met: (subject) => {
    const keys = isLogin(subject) ? undefined : jwkSet(subject)
    const shares = keys?.some((key) =>
      keys.some((other) => hasKidOf(other, key) && other['kty'] !== key['kty']),
    )
    return shares ? 'keys of different types share a kid' : undefined
  },
}

const isLogin = (subject: ProviderReading | LoginReading): subject is LoginReading =>
  'token' in subject

const hasKidOf = (one: JsonObject, other: JsonObject): boolean =>
  one['kid'] !== undefined && one['kid'] === other['kid']

function* repeatedKids(keys: readonly JsonObject[]): Generator<Finding> {
  for (const [index, key] of keys.entries()) {
    const isRepeated = keys
      .slice(0, index)
      .some((other) => hasKidOf(other, key) && other['kty'] === key['kty'])
    if (isRepeated) {
      const at = `/keys/${index}/kid`
      yield { at, expected: 'a kid of its own', actual: fromWire(key['kid']) }
    }
  }
}

function* lifetime(login: LoginReading): Generator<Finding> {
  const seconds = valueAt(tokenResponse(login), 'expires_in')
  if (typeof seconds !== 'number' || seconds <= 0) {
    yield { at: '/expires_in', expected: 'a positive number', actual: orAbsent(seconds) }
  }
}
