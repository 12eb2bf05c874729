import { type JsonObject, valueAt } from '../../evidence/json.ts'
import type { LoginReading } from '../../evidence/login.ts'
import { orAbsent } from '../or-absent.ts'
import { type Finding, fromWire, type Rule } from '../rule.ts'
import {
  accessTokenClaims,
  grantedScopes,
  idTokenClaims,
  krrScopesIn,
  tokenResponse,
  withoutTokens,
} from './token-response.ts'

/** How far the two clocks may be apart (RFC 7519, 4.1.4 allows a small leeway). */
const skewSeconds = 30

/**
 * A client must treat an access token as opaque; where it is a JWT all the same, the API reads from it
 * what the token response and the ID token say. Claims stand below `/access_token`.
 */
export const accessTokenSaysTheSame: Rule<LoginReading> = {
  id: 'KRR-OP-010',
  title: 'An access token that is a JWT agrees with the token response',
  level: 'MUST',
  basis: 'documented',
  byClock: true,
  since: 1,
  cites: ['ACT-003'],
  notApplicable: (login) =>
    withoutTokens(login) ??
    (accessTokenClaims(login) === undefined ? 'the access token is opaque' : undefined),

  *check(login) {
    const claims = accessTokenClaims(login)
    if (claims === undefined) return
    const pid = login.expectedPid ?? valueAt(idTokenClaims(login), 'pid')
    yield* equals(claims, 'iss', login.provider.configuredIssuer)
    yield* equals(claims, 'client_id', login.request.clientId)
    if (pid !== undefined) yield* equals(claims, 'pid', pid)
    yield* scopeIsTheGrants(claims, login)
    yield* expiryIsTheResponses(claims, login)
  },
}

function* equals(claims: JsonObject, name: string, expected: unknown): Generator<Finding> {
  if (claims[name] !== expected) {
    yield {
      at: `/access_token/${name}`,
      expected: fromWire(expected),
      actual: orAbsent(claims[name]),
    }
  }
}

function* scopeIsTheGrants({ scope }: JsonObject, login: LoginReading): Generator<Finding> {
  const own = typeof scope === 'string' ? krrScopesIn(scope.split(' ')) : undefined
  const granted = grantedScopes(login)
  if (own === undefined || own.toSorted().join(' ') !== granted.toSorted().join(' ')) {
    yield {
      at: '/access_token/scope',
      expected: fromWire(granted.join(' ')),
      actual: orAbsent(own?.join(' ') ?? scope),
    }
  }
}

function* expiryIsTheResponses({ exp }: JsonObject, login: LoginReading): Generator<Finding> {
  const at = '/access_token/exp'
  const now = login.token.receivedAt / 1000
  const lifetime = valueAt(tokenResponse(login), 'expires_in')
  if (typeof exp !== 'number' || exp <= now - skewSeconds) {
    yield { at, expected: 'a time to come', actual: orAbsent(exp) }
  } else if (isLifetime(lifetime) && Math.abs(exp - now - lifetime) > skewSeconds) {
    yield { at, expected: 'the end of expires_in', actual: fromWire(exp) }
  }
}

/** What is no lifetime promises no end: KRR-OP-013. */
const isLifetime = (value: unknown): value is number => typeof value === 'number' && value > 0
