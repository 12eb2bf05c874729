import type { JsonObject } from '../../evidence/json.ts'
import type { LoginReading } from '../../evidence/login.ts'
import { orAbsent } from '../or-absent.ts'
import type { Finding, Rule } from '../rule.ts'
import { signatureFault } from './id-token-signature.ts'
import { jwkSet } from './jwk-set.ts'
import { claimsOf, idToken, withoutTokens } from './token-response.ts'

/** How far the two clocks may be apart (RFC 7519, 4.1.4 allows a small leeway). */
const skewSeconds = 30

/**
 * Claims stand below `/id_token`. The clock is the moment at which the token response had come; a key
 * that is too short is KRR-OP-003's alone.
 */
export const idTokenIsValid: Rule<LoginReading> = {
  id: 'KRR-OP-006',
  title: 'The ID token is signed by the issuer, for this client, now',
  level: 'MUST',
  basis: 'standard',
  byClock: true,
  since: 1,
  cites: ['CORE-005', 'CORE-006', 'CORE-010', 'CORE-007', 'CORE-008', 'CORE-011', 'CORE-012'],
  notApplicable: (login) =>
    withoutTokens(login) ??
    (jwkSet(login.provider) === undefined ? 'there is no JWK Set: KRR-OP-003' : undefined),

  *check(login) {
    const jws = idToken(login)
    const claims = claimsOf(jws)
    if (jws === undefined || claims === undefined) {
      yield { at: '/id_token', expected: 'a signed JWT', actual: 'absent, or something else' }
      return
    }
    const fault = signatureFault(jws, login.provider)
    if (fault !== undefined) {
      yield { at: '/id_token', expected: 'signed by a key of the JWK Set', actual: fault }
    }
    yield* parties(claims, login)
    yield* times(claims, login)
  },
}

function* parties(claims: JsonObject, login: LoginReading): Generator<Finding> {
  const { iss, sub, aud, nonce } = claims
  const { clientId, nonce: sent } = login.request
  if (iss !== login.provider.configuredIssuer) {
    yield { at: '/id_token/iss', expected: 'the configured issuer', actual: orAbsent(iss) }
  }
  if (typeof sub !== 'string' || sub === '') {
    yield { at: '/id_token/sub', expected: 'a string', actual: orAbsent(sub) }
  }
  const audiences: readonly unknown[] = Array.isArray(aud) ? aud : [aud]
  if (!audiences.includes(clientId)) {
    yield { at: '/id_token/aud', expected: 'this client', actual: orAbsent(aud) }
  } else if (audiences.some((audience) => audience !== clientId)) {
    yield { at: '/id_token/aud', expected: 'this client and nobody else', actual: orAbsent(aud) }
  }
  if (nonce !== sent) {
    yield { at: '/id_token/nonce', expected: 'the nonce that was sent', actual: orAbsent(nonce) }
  }
}

function* times({ exp, iat }: JsonObject, { token }: LoginReading): Generator<Finding> {
  const now = token.receivedAt / 1000
  if (typeof exp !== 'number' || exp <= now - skewSeconds) {
    yield { at: '/id_token/exp', expected: 'a time to come', actual: orAbsent(exp) }
  }
  if (typeof iat !== 'number' || iat > now + skewSeconds) {
    yield { at: '/id_token/iat', expected: 'a time that has been', actual: orAbsent(iat) }
  }
}
