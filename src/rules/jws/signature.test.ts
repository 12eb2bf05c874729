import { constants, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { CompactSign } from 'jose'
import { describe, expect, test } from 'vitest'
import { parseJws } from '../../evidence/jws.ts'
import { signatureVerifies } from './signature.ts'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const curves = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' } as const
const keysOf = (alg: string) => {
  if (alg.startsWith('Ed')) return generateKeyPairSync('ed25519')
  const namedCurve = curves[alg as keyof typeof curves]
  return namedCurve === undefined ? rsa : generateKeyPairSync('ec', { namedCurve })
}
const names = [
  ...['RS', 'PS', 'ES'].flatMap((family) => ['256', '384', '512'].map((n) => family + n)),
  'EdDSA',
  'Ed25519',
]

describe('signatureVerifies', () => {
  test.each(names)(
    '%s as another implementation signs it verifies, and altered no longer',
    async (alg) => {
      const { privateKey, publicKey } = keysOf(alg)
      const compact = await new CompactSign(Buffer.from('{"a":1}'))
        .setProtectedHeader({ alg })
        .sign(privateKey)
      const jws = parseJws(compact)
      if (jws === undefined) throw new Error('no JWS')
      expect(signatureVerifies(jws, publicKey)).toBe(true)
      expect(signatureVerifies({ ...jws, signingInput: `${jws.signingInput}A` }, publicKey)).toBe(
        false,
      )
      expect(signatureVerifies({ ...jws, signature: new Uint8Array() }, publicKey)).toBe(false)
    },
  )

  test('a header that names HS256 verifies with no public key', () => {
    const jws = parseJws('eyJhbGciOiJIUzI1NiJ9.e30.AAAA')
    if (jws === undefined) throw new Error('no JWS')
    expect(signatureVerifies(jws, rsa.publicKey)).toBe(false)
  })

  /** A JWS that Node itself signs, whatever its header says. */
  const signedBy = (privateKey: KeyObject, alg: string, options: object) => {
    const input = `${Buffer.from(JSON.stringify({ alg })).toString('base64url')}.e30`
    const signature = sign('sha256', Buffer.from(input), { key: privateKey, ...options })
    const jws = parseJws(`${input}.${signature.toString('base64url')}`)
    if (jws === undefined) throw new Error('no JWS')
    return jws
  }

  test('a key that is for PSS alone verifies PS256', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa-pss', { modulusLength: 2048 })
    const options = { saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    expect(signatureVerifies(signedBy(privateKey, 'PS256', options), publicKey)).toBe(true)
    expect(signatureVerifies(signedBy(privateKey, 'RS256', options), publicKey)).toBe(false)
  })

  test('a key that is for PSS with another hash verifies nothing, and throws nothing', () => {
    const sha512 = { hashAlgorithm: 'sha512', mgf1HashAlgorithm: 'sha512' }
    const [own, other] = [{}, sha512].map((hashes) =>
      generateKeyPairSync('rsa-pss', { modulusLength: 2048, ...hashes }),
    )
    if (own === undefined || other === undefined) throw new Error('no key')
    const options = { saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    const jws = signedBy(own.privateKey, 'PS256', options)
    expect(signatureVerifies(jws, other.publicKey)).toBe(false)
  })

  test('RS256 verifies with no key of an elliptic curve, nor ES256 with one of RSA', () => {
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    expect(signatureVerifies(signedBy(ec.privateKey, 'RS256', {}), ec.publicKey)).toBe(false)
    expect(signatureVerifies(signedBy(rsa.privateKey, 'ES256', {}), rsa.publicKey)).toBe(false)
  })

  test('ES256 on another curve than P-256 verifies nothing', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' })
    const jws = signedBy(privateKey, 'ES256', { dsaEncoding: 'ieee-p1363' })
    expect(signatureVerifies(jws, publicKey)).toBe(false)
  })

  test('a key of another type than the algorithm verifies nothing', () => {
    const { publicKey } = generateKeyPairSync('ed25519')
    const options = { padding: constants.RSA_PKCS1_PADDING }
    expect(signatureVerifies(signedBy(rsa.privateKey, 'RS256', options), publicKey)).toBe(false)
    expect(signatureVerifies(signedBy(rsa.privateKey, 'ES256', options), rsa.publicKey)).toBe(false)
  })
})

test('a key that takes seconds for each signature verifies nothing: a modulus or an exponent over its limit', () => {
  const { privateKey, publicKey } = rsa
  const input = `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.e30`
  const signature = sign('sha256', Buffer.from(input), privateKey)
  const jws = parseJws(`${input}.${signature.toString('base64url')}`)
  if (jws === undefined) throw new Error('no JWS')
  expect(signatureVerifies(jws, publicKey)).toBe(true)
  const jwk = publicKey.export({ format: 'jwk' })
  const began = performance.now()
  for (const change of [
    { n: Buffer.alloc(125_000, 0xff).toString('base64url') },
    { e: Buffer.alloc(200, 0xff).toString('base64url') },
  ]) {
    const key = createPublicKey({ key: { ...jwk, ...change }, format: 'jwk' })
    expect(signatureVerifies(jws, key)).toBe(false)
  }
  // A modulus of a million bits took minutes.
  expect(performance.now() - began).toBeLessThan(20_000)
})
