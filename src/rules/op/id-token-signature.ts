import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import type { JsonObject } from '../../evidence/json.ts'
import type { Jws } from '../../evidence/jws.ts'
import type { ProviderReading } from '../../evidence/login.ts'
import { isAsymmetric, signatureVerifies } from '../jws/signature.ts'
import { jwkSet } from './jwk-set.ts'

/** What is wrong with the signature in the rule's own words, or undefined where it verifies. */
export const signatureFault = (jws: Jws, provider: ProviderReading): string | undefined => {
  if (!isAsymmetric(jws)) return 'an alg that is no asymmetric signature'
  const candidates = (jwkSet(provider) ?? []).filter((jwk) => mayVerify(jwk, jws))
  if (candidates.length === 0) return 'signed by a key that is not in the JWK Set'
  // Several keys may share a kid, or the header may name none: RFC 7515, 6 leaves all of them to try.
  return candidates.some((jwk) => verifies(jwk, jws))
    ? undefined
    : 'a signature that does not verify'
}

const mayVerify = (jwk: JsonObject, { header }: Jws): boolean =>
  (header['kid'] === undefined || jwk['kid'] === header['kid']) &&
  (jwk['use'] === undefined || jwk['use'] === 'sig') &&
  (jwk['alg'] === undefined || jwk['alg'] === header['alg'])

const verifies = (jwk: JsonObject, jws: Jws): boolean => {
  const key = publicKeyOf(jwk)
  return key !== undefined && signatureVerifies(jws, key)
}

const publicKeyOf = (jwk: JsonObject): KeyObject | undefined => {
  try {
    return createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })
  } catch {
    return undefined
  }
}
