import { lookup } from 'node:dns/promises'
import { isExcepted } from '../../evidence/no-proxy.ts'
import type { Route, TlsAddress } from '../../evidence/tls-connection.ts'
import type { HostReading } from '../examinations/host.ts'

/** The host and port of a URL, a bracketed address without its brackets. */
export const addressIn = (url: string): TlsAddress => {
  const { hostname, port, protocol } = new URL(url)
  const usual = protocol === 'http:' ? 80 : 443
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? usual : Number(port) }
}

/** Looks the host up; undefined where a proxy does that. */
export const lookUpHost = async (
  key: string,
  url: string,
  { httpsProxy, noProxy }: Route,
): Promise<HostReading | undefined> => {
  const { host, port } = addressIn(url)
  if (httpsProxy !== undefined && !isExcepted(host, port, noProxy)) return undefined
  try {
    const addresses = await lookup(host, { all: true })
    return { key, host, found: { addresses: addresses.map(({ address }) => address) } }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer'
    return { key, host, found: { code } }
  }
}
