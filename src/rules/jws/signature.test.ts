import { generateKeyPairSync } from 'node:crypto'
import { CompactSign } from 'jose'
import { describe, expect, test } from 'vitest'
import { parseJws } from '../../evidence/jws.ts'
import { signatureVerifies } from './signature.ts'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const curves = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' } as const
const keysOf = (alg: string) => {
  const namedCurve = curves[alg as keyof typeof curves]
  return namedCurve === undefined ? rsa : generateKeyPairSync('ec', { namedCurve })
}
const names = ['RS', 'PS', 'ES'].flatMap((family) => ['256', '384', '512'].map((n) => family + n))

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
})
