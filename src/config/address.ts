const productionHosts: ReadonlySet<string> = new Set([
  'kontaktregisteret.no',
  'www.kontaktregisteret.no',
  'idporten.no',
  'www.idporten.no',
  'login.idporten.no',
])

/** The URL's host name, lower-cased and without the root's dot; empty where the text is no URL. */
export const hostName = (url: string): string =>
  URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : ''

/** Whether the URL leads to this machine itself: `localhost`, `127.0.0.0/8`, `[::1]`. */
export const isLoopback = (url: string): boolean => {
  const host = hostName(url)
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(host)
  )
}

/** ID-porten's own hosts, by issuer: issuer, pages and TestID, and MinID's (oidc_func_wellknown, oidc_func_testid). */
const idPortenHosts: Readonly<Record<string, readonly string[]>> = {
  'https://test.idporten.no': [
    'test.idporten.no',
    'login.test.idporten.no',
    'testid.test.idporten.no',
    'login.test.minid.no',
  ],
  'https://idporten.no': ['idporten.no', 'login.idporten.no'],
}

/**
 * The hosts that a login may have to do with, with their ports where those are unusual: ID-porten's own, or else the
 * issuer's alone, and those that were set.
 */
export const loginHosts = (issuer: string, further: readonly string[]): readonly string[] => {
  const own = idPortenHosts[issuer] ?? (URL.canParse(issuer) ? [new URL(issuer).host] : [])
  return [...new Set([...own, ...further])]
}

/** Whether one of the URLs is the production register's or production ID-porten's. */
export const isProduction = (...urls: readonly (string | undefined)[]): boolean =>
  urls.some((url) => url !== undefined && productionHosts.has(hostName(url)))
