import { createHmac, createPublicKey } from 'node:crypto'
import type { JsonObject } from '../../reference/api/message.ts'
import type { AuthenticationContext } from '../../reference/api/seams.ts'

/** Whether the token is an HS256 one whose secret is the PEM of a key in the issuer's JWK Set. */
export const isMacByPublicKey = (
  { alg }: JsonObject,
  { credentials, jwks }: AuthenticationContext,
): boolean => {
  if (alg !== 'HS256' || credentials === undefined) return false
  const [header = '', payload = '', signature = ''] = credentials.token.split('.')
  return jwks.keys.some((key) => {
    const pem = createPublicKey({ key: { ...key }, format: 'jwk' }).export({
      type: 'spki',
      format: 'pem',
    })
    return (
      createHmac('sha256', pem).update(`${header}.${payload}`).digest('base64url') === signature
    )
  })
}
