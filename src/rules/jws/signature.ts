import { constants, type KeyObject, type VerifyKeyObjectInput, verify } from 'node:crypto'
import type { Jws } from '../../evidence/jws.ts'
import { limits } from '../../evidence/limits.ts'

interface Algorithm {
  /** Undefined where the algorithm has its own (RFC 8032). */
  readonly hash: 'sha256' | 'sha384' | 'sha512' | undefined
  readonly keyTypes: readonly string[]
  /** OpenSSL's name of the curve, where the algorithm is bound to one (RFC 7518, 3.4). */
  readonly curve?: string
  readonly options: Omit<VerifyKeyObjectInput, 'key'>
}

const { RSA_PKCS1_PADDING, RSA_PKCS1_PSS_PADDING, RSA_PSS_SALTLEN_DIGEST } = constants

const rsa = (hash: Algorithm['hash']): Algorithm => ({
  hash,
  keyTypes: ['rsa'],
  options: { padding: RSA_PKCS1_PADDING },
})
const pss = (hash: Algorithm['hash']): Algorithm => ({
  hash,
  keyTypes: ['rsa', 'rsa-pss'],
  options: { padding: RSA_PKCS1_PSS_PADDING, saltLength: RSA_PSS_SALTLEN_DIGEST },
})
const ecdsa = (hash: Algorithm['hash'], curve: string): Algorithm => ({
  hash,
  keyTypes: ['ec'],
  curve,
  options: { dsaEncoding: 'ieee-p1363' },
})

const edwards = (...keyTypes: readonly string[]): Algorithm => ({
  hash: undefined,
  keyTypes,
  options: {},
})

const algorithms: ReadonlyMap<unknown, Algorithm> = new Map([
  ['RS256', rsa('sha256')],
  ['RS384', rsa('sha384')],
  ['RS512', rsa('sha512')],
  ['PS256', pss('sha256')],
  ['PS384', pss('sha384')],
  ['PS512', pss('sha512')],
  ['ES256', ecdsa('sha256', 'prime256v1')],
  ['ES384', ecdsa('sha384', 'secp384r1')],
  ['ES512', ecdsa('sha512', 'secp521r1')],
  ['EdDSA', edwards('ed25519', 'ed448')],
  ['Ed25519', edwards('ed25519')],
  ['Ed448', edwards('ed448')],
])

/**
 * Whether the JOSE header's `alg` is an asymmetric signature: RS, PS, ES 256, 384, 512 (RFC 7518), EdDSA (RFC 8037) by
 * that name or by its curve's (RFC 9864).
 */
export const isAsymmetric = (jws: Jws): boolean => algorithms.has(jws.header['alg'])

/**
 * Whether the signature verifies with the key under the header's `alg`. False where the key is of
 * another type or curve. The key's length plays no part: rules of their own judge it, and a library
 * that refuses short keys would let one fault fail two rules.
 */
export const signatureVerifies = (jws: Jws, key: KeyObject): boolean => verifiesAs(jws, key, {})

/** Whether an ECDSA signature verifies in the form of X.509 and TLS, which is not that of JWS (RFC 7518, 3.4). */
export const isInDer = (jws: Jws, key: KeyObject): boolean =>
  key.asymmetricKeyType === 'ec' && verifiesAs(jws, key, { dsaEncoding: 'der' })

const verifiesAs = (jws: Jws, key: KeyObject, other: Algorithm['options']): boolean => {
  const algorithm = algorithms.get(jws.header['alg'])
  if (algorithm === undefined || !fits(algorithm, key)) return false
  try {
    const options = { key, ...algorithm.options, ...other }
    return verify(algorithm.hash, Buffer.from(jws.signingInput), options, jws.signature)
  } catch {
    return false
  }
}

const fits = ({ keyTypes, curve }: Algorithm, key: KeyObject): boolean => {
  const { namedCurve, modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {}
  return (
    keyTypes.some((type) => type === key.asymmetricKeyType) &&
    namedCurve === curve &&
    // A longer one takes seconds for each signature.
    modulusLength <= limits.rsaModulusBits &&
    publicExponent < 2n ** BigInt(limits.rsaExponentBits)
  )
}
