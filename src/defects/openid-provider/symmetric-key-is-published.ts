import type { DefectAt } from '../defect.ts'

/** 256 bits, which are no secret of anything. */
const sharedSecret = Buffer.alloc(32, 'reference').toString('base64url')

/** A key that signs and verifies alike is nobody's any more once it is public. */
export const symmetricKeyIsPublished: DefectAt<'jwks'> = {
  id: 'DEF-OP-SYMMETRIC-KEY-IS-PUBLISHED',
  title: 'the JWK Set holds a symmetric key',
  family: 'OpenID provider',
  seam: 'jwks',
  violates: ['KRR-OP-003'],
  inject: ({ keys }) => ({
    keys: [...keys, { kty: 'oct', kid: 'internal', use: 'sig', alg: 'HS256', k: sharedSecret }],
  }),
}
