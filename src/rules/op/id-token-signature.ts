import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import type { JsonObject } from '../../evidence/json.ts'
import type { Jws } from '../../evidence/jws.ts'
import { limits } from '../../evidence/limits.ts'
import type { ProviderReading } from '../../evidence/login.ts'
import { isAsymmetric, signatureVerifies } from '../jws/signature.ts'
import { jwkSet } from './jwk-set.ts'
import { providerMetadata } from './provider-metadata.ts'

/** What is wrong with the signature in the rule's own words, or undefined where it verifies. */
export const signatureFault = (jws: Jws, provider: ProviderReading): string | undefined => {
  if (!isAsymmetric(jws)) return 'an alg that is no asymmetric signature'
  if (jws.header['alg'] === 'EdDSA' && !isListed('EdDSA', provider))
    return 'EdDSA, which id_token_signing_alg_values_supported does not list'
  const keys = distinct(jwkSet(provider) ?? [])
  if (jws.header['kid'] === undefined && keys.length > 1)
    return 'no kid, though the JWK Set has several keys'
  const candidates = keys.filter((jwk) => mayVerify(jwk, jws)).slice(0, limits.keys)
  if (candidates.length === 0) return 'signed by a key that is not in the JWK Set'
  // Several keys may share a kid: RFC 7515, 6 leaves all of them to try.
  return candidates.some((jwk) => verifies(jwk, jws))
    ? undefined
    : 'a signature that does not verify'
}

const isListed = (alg: string, provider: ProviderReading): boolean => {
  const listed = providerMetadata(provider)?.['id_token_signing_alg_values_supported']
  return Array.isArray(listed) && listed.includes(alg)
}

/** The members that a public key consists of (RFC 7638, 3.2; RFC 8037, 2). */
const own = ['kty', 'crv', 'n', 'e', 'x', 'y', 'kid'] as const

/** The same key twice is one key, which KRR-OP-013 warns of. */
const distinct = (keys: readonly JsonObject[]): readonly JsonObject[] => {
  const byIdentity = new Map(keys.map((key) => [JSON.stringify(own.map((name) => key[name])), key]))
  return [...byIdentity.values()]
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
