import { createPublicKey, X509Certificate } from 'node:crypto'
import { CompactSign, compactVerify } from 'jose'
import { expect, test } from 'vitest'
import { ownKeyFor } from './forged-token.ts'

test.each(['RS256', 'PS512', 'ES256', 'ES384', 'ES512'])(
  'a key for %s signs, and its certificate is one that it issued to itself',
  async (alg) => {
    const { privateKey, publicJwk, certificate } = await ownKeyFor(alg)
    const publicKey = createPublicKey({ key: { ...publicJwk }, format: 'jwk' })
    const jws = await new CompactSign(Buffer.from('{}'))
      .setProtectedHeader({ alg })
      .sign(privateKey)
    await compactVerify(jws, publicKey)

    const parsed = new X509Certificate(Buffer.from(certificate, 'base64'))
    expect(parsed.verify(publicKey)).toBe(true)
    expect(parsed.publicKey.equals(publicKey)).toBe(true)
    expect(parsed.subject).toBe(parsed.issuer)
    expect(Date.parse(parsed.validFrom)).toBeLessThan(Date.now())
    expect(Date.parse(parsed.validTo)).toBeGreaterThan(Date.now())
  },
)

test('a key is made once for all that it can sign', async () => {
  expect(await ownKeyFor('RS256')).toBe(await ownKeyFor('PS256'))
  expect(await ownKeyFor('ES256')).not.toBe(await ownKeyFor('RS256'))
})
