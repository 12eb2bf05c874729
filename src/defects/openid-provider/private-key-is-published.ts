import type { DefectAt } from '../defect.ts'

/**
 * Whoever reads the set can sign as the issuer. The public key stands before it, so every token
 * verifies.
 */
export const privateKeyIsPublished: DefectAt<'jwks'> = {
  id: 'DEF-OP-PRIVATE-KEY-IS-PUBLISHED',
  title: 'the JWK Set holds a private key',
  family: 'OpenID provider',
  seam: 'jwks',
  violates: ['KRR-OP-003'],
  inject: ({ keys }, { privateJwk }) => ({ keys: [...keys, { ...privateJwk, kid: 'backup' }] }),
}
