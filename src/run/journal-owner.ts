import { createHmac, hkdfSync } from 'node:crypto'
import { isLoopback } from '../config/address.ts'
import type { ClientAuthentication, Environment } from '../config/environment.ts'

/**
 * Whose a test user's journal is, in a form that stays the same between runs and that nobody can guess at who has the
 * state folder alone: keyed by what the client proves itself with. An operator has none.
 */
export const ownerOf = (environment: Owner): string | undefined => {
  const { name, pid } = environment
  return pid === undefined
    ? undefined
    : createHmac('sha256', keyOf(environment)).update(`${name}\n${pid}`).digest('hex').slice(0, 32)
}

type Owner = Pick<Environment, 'name' | 'pid' | 'apiUrl' | 'clientAuthentication'>

/** A sandbox has another client each time it is started, and prints its people: there is nothing to guess at. */
const keyOf = ({ name, apiUrl, clientAuthentication }: Owner): Uint8Array => {
  const secret = name === 'sandbox' && isLoopback(apiUrl) ? name : secretOf(clientAuthentication)
  return new Uint8Array(hkdfSync('sha256', secret, '', 'krr-conformance journal owner', 32))
}

const secretOf = (authentication: ClientAuthentication): string =>
  authentication.method === 'client_secret'
    ? authentication.secret
    : JSON.stringify(authentication.jwk)
