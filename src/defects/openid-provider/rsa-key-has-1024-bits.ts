import type { DefectAt } from '../defect.ts'

/** The modulus of a pair whose private key was thrown away. */
const shortModulus =
  's8k6N6DZ1M1nHlun2Xbt59Dm2Td3DG8iAhAPmLOMnH5Arv2JF154KsMXvWq492wSsSfSZkpZ7xps' +
  'sQy5on5vGvFAU92ttkxRoBBbuO8QP_EgShOlLfNhPxEd8ejmhxMjekSzSfwh9AzTxb0XPZ-3gaQc' +
  'AHBaVGoGnxvZ2IcXXO0'

/** An old key was left in the set: it is well-formed, and too short since long ago. */
export const rsaKeyHas1024Bits: DefectAt<'jwks'> = {
  id: 'DEF-OP-RSA-KEY-HAS-1024-BITS',
  title: 'the JWK Set holds an RSA key of 1024 bits',
  family: 'OpenID provider',
  seam: 'jwks',
  violates: ['KRR-OP-003'],
  inject: ({ keys }) => ({
    keys: [
      ...keys,
      { kty: 'RSA', kid: 'old', use: 'sig', alg: 'RS256', e: 'AQAB', n: shortModulus },
    ],
  }),
}
