import type { Environment } from '../config/environment.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'

/** Whether the host name of a URL can only mean this machine (RFC 6761, 6.3; RFC 1122, 3.2.1.3). */
export const isLoopbackHost = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127(\.\d{1,3}){3}$/.test(hostname)

/** Whether the URL's host is this machine; a string that is no URL is not. */
export const isLoopbackUrl = (url: string): boolean =>
  URL.canParse(url) && isLoopbackHost(new URL(url).hostname)

/**
 * Gives the URL back where a secret may be sent to it: https, or plain http on loopback.
 * @throws EvidenceUnavailableError where it may not, naming `what` and the scheme
 */
export const requireConfidential = (url: string, what: string): string => {
  if (!URL.canParse(url)) throw new EvidenceUnavailableError(`${what} is no URL`, elsewhereIs)
  if (isConfidential(url)) return url
  const scheme = new URL(url).protocol.slice(0, -1)
  const where = scheme === 'http' ? ' on a host that is not loopback' : ''
  const message = `${what} must be https, but is ${scheme.slice(0, 20)}${where}`
  throw new EvidenceUnavailableError(message, elsewhereIs)
}

/** Whether what is sent to the URL is not sent in clear over a network. */
export const isConfidential = (url: string): boolean => {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname))
}

/** What is known of the hosts that a login may have to do with. */
export type OwnHosts = Pick<Environment, 'loginHosts' | 'keyName'>

/** Whether the URL is on one of the environment's hosts, and what is sent there is not sent in clear. */
export const isOwn = ({ loginHosts }: Pick<OwnHosts, 'loginHosts'>, url: string): boolean => {
  if (!URL.canParse(url)) return false
  const { host, protocol } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return false
  return loginHosts.includes(host)
}

/**
 * Gives the URL back where a secret may be sent to it: on a host of the environment, by https, or plain http on loopback.
 * @throws EvidenceUnavailableError where it may not, naming `what`
 */
export const requireOwn = (own: OwnHosts, url: string, what: string): string => {
  requireConfidential(url, what)
  if (isOwn(own, url)) return url
  throw new EvidenceUnavailableError(`${what} ${elsewhere(own, url)}`, elsewhereIs)
}

/** The obstacle of what leads away from the environment. */
export const elsewhereIs = { obstacle: { kind: 'login-host' } } as const

/** That a URL is on a host that is none of the environment's, and what to do where it is meant. */
export const elsewhere = ({ keyName }: OwnHosts, url: string): string => {
  const { host } = new URL(url)
  const shown = host.length > 100 ? `${host.slice(0, 100)}…` : host
  return (
    `is on ${shown === '' ? 'no host' : shown}, which is no host of this environment, so nothing is sent there; ` +
    `if it is meant, name it in KRR_${keyName}_LOGIN_HOSTS`
  )
}
