import { accepted, type Form, refused } from './forms.ts'

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

const onLoopbackOnly = 'plain http is accepted on loopback only'

/** Characters that a URL parser would drop or repair silently. */
const isPlain = (text: string): boolean => /^[\x21-\x7e]+$/.test(text) && !/[\\<>"`{}|^]/.test(text)

const parseAddress = (text: string): URL | undefined =>
  isPlain(text) && /^https?:\/\/[^/]/i.test(text) && URL.canParse(text) ? new URL(text) : undefined

const addressTrouble = (url: URL): string | undefined => {
  if (url.username !== '' || url.password !== '') return 'it holds a user name or password'
  if (url.hash !== '' || url.href.endsWith('#')) return 'it has a fragment'
  return url.protocol === 'http:' && !isLoopback(url.href) ? onLoopbackOnly : undefined
}

const address = (accepts: string, trouble: (text: string, url: URL) => string | undefined) => ({
  accepts,
  parse: (text: string) => {
    const url = parseAddress(text)
    if (url === undefined) return refused()
    const because = addressTrouble(url) ?? trouble(text, url)
    return because === undefined ? accepted(text) : refused(because)
  },
})

/** The person resource's URL, as it is asked for. */
export const resourceUrl: Form<string> = address('an https URL without a query', (text) =>
  text.includes('?') ? 'it has a query' : undefined,
)

/** ID-porten's issuer: compared byte for byte with the metadata's and the ID token's. */
export const issuerUrl: Form<string> = address('an https URL without a trailing slash', (text) => {
  if (text.includes('?')) return 'it has a query'
  return text.endsWith('/') ? 'it ends in a slash' : undefined
})

/** The URL of a document. */
export const documentUrl: Form<string> = address('an https URL', () => undefined)

/** A redirect URI as it is registered (RFC 6749, 3.1.2: absolute, without a fragment). */
export const redirectUri: Form<string> = address(
  'an https URL without a fragment, or an http URL on loopback',
  () => undefined,
)

/** Hosts as a URL has them: with the port where it is not the scheme's usual one. */
export const hostNames: Form<readonly string[]> = {
  accepts: 'host names, with a port where it is not 443, separated by commas',
  parse: (text) => {
    const hosts = text.split(',').map((host) => host.trim().toLowerCase())
    const isHost = (host: string) =>
      /^(?:[a-z\d.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/.test(host) && URL.canParse(`https://${host}`)
    return hosts.every(isHost)
      ? accepted(hosts.map((host) => host.replace(/:443$/, '')))
      : refused()
  },
}

/** A remote browser's address; it may hold credentials, so it is never shown. */
export const websocketUrl: Form<string> = {
  accepts: 'a wss or ws URL',
  parse: (text) =>
    isPlain(text) && /^wss?:\/\/[^/]/i.test(text) && URL.canParse(text)
      ? accepted(text)
      : refused(),
}

/** A forward proxy's address; it may hold credentials, so it is never shown. */
export const proxyUrl: Form<string> = {
  accepts: 'an http or https URL, or host:port',
  parse: (text) => {
    const url = /^[a-z\d.-]+:\d+$/i.test(text) ? `http://${text}` : text
    return parseAddress(url) === undefined ? refused() : accepted(url)
  },
}

/** What a `User-Agent` comment can carry: an e-mail address or a web address. */
export const contactAddress: Form<string> = {
  accepts: 'an e-mail address or an https URL',
  parse: (text) => {
    const email = /^[^\s@()<>\\"]+@[^\s@()<>\\"]+\.[a-z\d-]{2,}$/i.test(text)
    const web = parseAddress(text)?.protocol === 'https:' && !/[()]/.test(text)
    return isPlain(text) && (email || web) ? accepted(text) : refused()
  },
}

/** Who is told where a verdict changes (`KRR_NOTIFY`). */
export type Receiver =
  | { readonly kind: 'github' }
  /** The address of a webhook is a secret: whoever has it may post there. */
  | { readonly kind: 'slack' | 'teams' | 'json'; readonly url: string }

/** The kinds of webhook by the hosts that give them out; any other takes JSON. */
const hosts = [
  ['slack', /(^|\.)slack(-gov)?\.com$/],
  ['teams', /(^|\.)(webhook\.office\.com|logic\.azure\.com|powerplatform\.com)$/],
] as const

/** Receivers, separated by white space or commas. */
export const receivers: Form<readonly Receiver[]> = {
  accepts:
    'one or more of github, an https URL, slack:URL and teams:URL, separated by spaces or commas',
  parse: (text) => {
    const parts = text.split(/[\s,]+/).filter((part) => part !== '')
    const known = parts.flatMap((part) => receiverOf(part) ?? [])
    return known.length > 0 && known.length === parts.length ? accepted(known) : refused()
  },
}

const receiverOf = (part: string): Receiver | undefined => {
  if (part === 'github') return { kind: 'github' }
  const [, said, url = ''] = /^(?:(slack|teams|json):)?(https?:\/\/.+)$/.exec(part) ?? []
  if (!URL.canParse(url) || !/^[\x21-\x7e]+$/.test(url)) return undefined
  const { protocol, hostname, username, password } = new URL(url)
  if (username !== '' || password !== '' || (protocol === 'http:' && !isLoopback(url)))
    return undefined
  const kind = hosts.find(([, pattern]) => pattern.test(hostname))?.[0] ?? 'json'
  return { kind: said === 'slack' || said === 'teams' || said === 'json' ? said : kind, url }
}
