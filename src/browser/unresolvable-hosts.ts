import { isLoopbackHost } from '../oidc/loopback.ts'

/** Hosts that a Chromium, Chrome or Edge looks up of its own accord; no login page needs them. */
const vendorDomains = [
  'google.com',
  'googleapis.com',
  'gstatic.com',
  'googleusercontent.com',
  'gvt1.com',
  'gvt2.com',
  'gvt3.com',
  'google-analytics.com',
  'chromium.org',
  'chrome.com',
  'microsoft.com',
  'msedge.net',
  'msn.com',
  'bing.com',
  'bing.net',
  'debian.org',
  'mozilla.org',
]

/**
 * The hosts that a launched browser must not reach: vendors', and the redirect URI's own, so that a code
 * is delivered to nobody but us even if its interception failed.
 */
export const unresolvableHosts = (redirectUri: string): readonly string[] => {
  const { hostname } = new URL(redirectUri)
  const own = isLoopbackHost(hostname) ? [] : [hostname]
  return [...own, ...vendorDomains.flatMap((domain) => [domain, `*.${domain}`])]
}

/** The hosts as a value of Chromium's `--host-resolver-rules`. */
export const resolverRules = (hosts: readonly string[]): string =>
  hosts.map((host) => `MAP ${host} ~NOTFOUND`).join(', ')
