import type { Vault } from './vault.ts'

/** The parts of an environment's configuration that must never show. */
interface Configured {
  readonly pid: string | undefined
  readonly personas: Readonly<Partial<Record<string, string>>>
  readonly clientAuthentication:
    | { readonly method: 'client_secret'; readonly secret: string }
    | { readonly method: 'private_key_jwt'; readonly jwk: Readonly<Record<string, unknown>> }
  readonly minid: { readonly password: string; readonly oneTimeCode: string } | undefined
}

/** Teaches the vault what the configuration holds: numbers, client secret or key, passwords. */
export const learnConfiguration = (vault: Vault, configured: Configured): void => {
  const { pid, personas, clientAuthentication, minid } = configured
  for (const number of [pid, ...Object.values(personas)]) if (number) vault.learn('pid', number)
  if (clientAuthentication.method === 'client_secret') {
    vault.learn('client secret', clientAuthentication.secret)
  } else {
    for (const member of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']) {
      const value = clientAuthentication.jwk[member]
      if (typeof value === 'string') vault.learn('private key', value)
    }
  }
  if (minid !== undefined) {
    vault.learn('password', minid.password)
    vault.learn('one-time code', minid.oneTimeCode)
  }
}
