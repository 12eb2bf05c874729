import { createHmac, createPublicKey } from 'node:crypto'
import type { DefectAt } from '../defect.ts'
import { asPresented } from '../token-forgery/as-presented.ts'

/** What a Java server has of a key: `new SecretKeySpec(key.getEncoded(), "HmacSHA256")`. */
export const blindSecretInDer: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-BLIND-SECRET-IN-DER',
  title: "HS256 is verified with the DER of the issuer's public key",
  family: 'written blind',
  violates: ['KRR-AUTH-008'],
  seam: 'authentication',
  inject: (authentication, context) =>
    asPresented(authentication, context, ({ header }) => {
      const [head = '', payload = '', signature = ''] = context.credentials?.token.split('.') ?? []
      return (
        header['alg'] === 'HS256' &&
        context.jwks.keys.some((key) => {
          const der = createPublicKey({ key: { ...key }, format: 'jwk' }).export({
            type: 'spki',
            format: 'der',
          })
          const mac = createHmac('sha256', der).update(`${head}.${payload}`).digest('base64url')
          return mac === signature
        })
      )
    }),
}
