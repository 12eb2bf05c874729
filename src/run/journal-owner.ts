import { createHmac, hkdfSync } from 'node:crypto'
import type { ClientAuthentication, Environment } from '../config/environment.ts'

/**
 * Whose a test user's journal is, in a form that stays the same between runs and that nobody can guess at who has the
 * state folder alone: keyed by what the client proves itself with. An operator has none.
 */
export const ownerOf = ({
  name,
  pid,
  clientAuthentication,
}: Pick<Environment, 'name' | 'pid' | 'clientAuthentication'>): string | undefined =>
  pid === undefined
    ? undefined
    : createHmac('sha256', keyOf(clientAuthentication))
        .update(`${name}\n${pid}`)
        .digest('hex')
        .slice(0, 32)

const keyOf = (authentication: ClientAuthentication): Uint8Array => {
  const secret =
    authentication.method === 'client_secret'
      ? authentication.secret
      : JSON.stringify(authentication.jwk)
  return new Uint8Array(hkdfSync('sha256', secret, '', 'krr-conformance journal owner', 32))
}
