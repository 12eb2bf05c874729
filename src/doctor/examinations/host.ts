import { type Line, ok, problem } from '../line.ts'

/** What looking a host name up gave. */
export interface HostReading {
  readonly key: string
  readonly host: string
  /** Addresses found, or the code of the failure: `ENOTFOUND`. */
  readonly found: { readonly addresses: readonly string[] } | { readonly code: string }
}

/** Whether the host's name has an address. */
export const hostIsFound = ({ key, host, found }: HostReading): Line => {
  if ('addresses' in found) return ok(key, `DNS: ${host} is ${found.addresses.join(', ')}`)
  return found.code === 'ENOTFOUND'
    ? problem(key, `DNS: ${host} does not exist`, 'correct the address')
    : problem(
        key,
        `DNS: ${host} could not be looked up (${found.code})`,
        "look at this machine's network and name servers, or set HTTPS_PROXY",
      )
}
