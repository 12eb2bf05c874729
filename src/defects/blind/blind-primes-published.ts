import type { DefectAt } from '../defect.ts'

/** Without `d` the set looks public; whoever has the primes can work it out. */
export const blindPrimesPublished: DefectAt<'jwks'> = {
  id: 'DEF-OP-BLIND-PRIMES-PUBLISHED',
  title: 'the JWK Set holds the primes of a key, and not its private exponent',
  family: 'written blind',
  violates: ['KRR-OP-003'],
  seam: 'jwks',
  inject: ({ keys }, { privateJwk: { kty, n, e, p, q } }) => ({
    keys: [...keys, { kty, kid: 'backup', use: 'sig', alg: 'RS256', n, e, p, q }],
  }),
}
