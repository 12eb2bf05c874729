import type { DefectAt } from '../defect.ts'

/** 2048 bits, of nobody's key. */
const otherModulus = Buffer.alloc(256, 0xab).toString('base64url')

/** The key for encryption got the name of the key that signs. */
export const kidOccursTwice: DefectAt<'jwks'> = {
  id: 'DEF-OP-KID-OCCURS-TWICE',
  title: 'two keys in the JWK Set have the same kid',
  family: 'OpenID provider',
  seam: 'jwks',
  violates: ['KRR-OP-013'],
  inject: ({ keys }) => ({
    keys: [
      ...keys,
      ...keys.map((key) => ({ ...key, n: otherModulus, use: 'enc', alg: 'RSA-OAEP-256' })),
    ],
  }),
}
