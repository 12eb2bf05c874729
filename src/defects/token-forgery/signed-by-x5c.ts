import { verify, X509Certificate } from 'node:crypto'
import type { JsonObject } from '../../reference/api/message.ts'
import type { AuthenticationContext } from '../../reference/api/seams.ts'

/** Whether the token is an RS256 one that the first certificate in its own `x5c` verifies. */
export const isSignedByX5c = (
  { alg, x5c }: JsonObject,
  { credentials }: AuthenticationContext,
): boolean => {
  const [certificate] = Array.isArray(x5c) ? x5c : []
  if (alg !== 'RS256' || typeof certificate !== 'string' || credentials === undefined) return false
  const [header = '', payload = '', signature = ''] = credentials.token.split('.')
  const { publicKey } = new X509Certificate(Buffer.from(certificate, 'base64'))
  const input = Buffer.from(`${header}.${payload}`)
  return verify('sha256', input, publicKey, Buffer.from(signature, 'base64url'))
}
