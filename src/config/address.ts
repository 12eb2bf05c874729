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

/** Whether one of the URLs is the production register's or production ID-porten's. */
export const isProduction = (...urls: readonly (string | undefined)[]): boolean =>
  urls.some((url) => url !== undefined && productionHosts.has(hostName(url)))
