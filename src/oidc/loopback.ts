import { EvidenceUnavailableError } from '../evidence/unavailable.ts'

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
  if (!URL.canParse(url)) throw new EvidenceUnavailableError(`${what} is no URL`)
  if (isConfidential(url)) return url
  const scheme = new URL(url).protocol.slice(0, -1)
  const where = scheme === 'http' ? ' on a host that is not loopback' : ''
  throw new EvidenceUnavailableError(`${what} must be https, but is ${scheme.slice(0, 20)}${where}`)
}

/** Whether what is sent to the URL is not sent in clear over a network. */
export const isConfidential = (url: string): boolean => {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname))
}
