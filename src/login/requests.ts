import type { APIRequestContext } from 'playwright'
import { type FieldLine, fieldLines } from '../evidence/exchange.ts'
import type { Pace } from '../evidence/pace.ts'
import type { OnSecret } from '../oidc/client-authentication.ts'
import { isKnownRoute, knownWords } from './known-words.ts'

/** Whose turn it is to send. */
type Turns = Pick<Pace, 'turn'>

/** What asks in a user agent's name without a page. */
export type Requests = Pick<APIRequestContext, 'get' | 'post'>

export interface RequestsOptions {
  /** When each may be sent: it is sent by us, and counts as all others of the run do. */
  readonly pace?: Turns | undefined
  /** Whether they go through the checking proxy: then it has checked the server, and shows a key of its own. */
  readonly isChecked?: boolean | undefined
}

/** The same requests, in their turn and over TLS that is checked. */
export const inOrder = (requests: Requests, { pace, isChecked }: RequestsOptions): Requests => {
  const inTurn = async <Answer>(url: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const turn = await pace?.turn(new URL(url).origin)
    return ask().finally(turn?.release)
  }
  const tls = isChecked === true ? { ignoreHTTPSErrors: true } : {}
  return {
    get: (url, options) => inTurn(url, () => requests.get(url, { ...options, ...tls })),
    post: (url, options) => inTurn(url, () => requests.post(url, { ...options, ...tls })),
  }
}

/** Whether the URL is the redirect URI, with whatever parameters. */
export const isRedirectTo = (redirectUri: string, url: URL): boolean => {
  const own = new URL(redirectUri)
  return url.origin === own.origin && url.pathname === own.pathname
}

/** An address as it may be shown: its host without numbers, of its path what says what page it is. */
export const shownAddress = (url: string): string => {
  if (!URL.canParse(url)) return 'no address'
  const { origin, protocol, pathname } = new URL(url)
  if (!protocol.startsWith('http')) return 'no address'
  const path = pathname.split('/').slice(0, 12)
  const shown = path.map((segment) => (segment === '' || isKnownRoute(segment) ? segment : '…'))
  return `${origin.replace(/\d{6,}/g, '…').slice(0, 200)}${shown.join('/')}`
}

/** A page's title as it may be shown: its known words, at most 80 characters. */
export const shownTitle = (title: string): string => {
  const words = knownWords(title.slice(0, 400).trim()).slice(0, 80)
  return words === '' ? 'no title' : `"${words}"`
}

/** The cookies of one headless login, in memory, sent back to the host that set them and no other. */
interface CookieJar {
  keep(url: string, response: { readonly fields: readonly FieldLine[] }): void
  /** The `Cookie` field for the URL, or none. */
  fieldsFor(url: string): readonly FieldLine[]
}

/** Makes an empty jar. `Path` and `Domain` are not needed for one chain of redirects on a host. */
export const createCookieJar = (onSecret: OnSecret): CookieJar => {
  const hosts = new Map<string, Map<string, string>>()
  return {
    keep(url, response) {
      const { host } = new URL(url)
      const cookies = hosts.get(host) ?? new Map<string, string>()
      hosts.set(host, cookies)
      for (const line of fieldLines(response, 'set-cookie')) {
        const [pair = '', ...attributes] = line.split(';')
        const at = pair.indexOf('=')
        if (at <= 0) continue
        const name = pair.slice(0, at).trim()
        const value = pair.slice(at + 1).trim()
        if (value === '' || attributes.some(isOver)) {
          cookies.delete(name)
          continue
        }
        cookies.set(name, value)
        onSecret('cookie', value)
      }
    },
    fieldsFor(url) {
      const cookies = hosts.get(new URL(url).host)
      if (cookies === undefined || cookies.size === 0) return []
      return [['cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')]]
    },
  }
}

const isOver = (attribute: string): boolean => {
  const [name = '', value = ''] = attribute.trim().split('=')
  if (name.toLowerCase() === 'max-age') return Number(value) <= 0
  return name.toLowerCase() === 'expires' && Date.parse(value) <= 0
}

/** A form of a page as a browser would send it, before anything is filled in. */
interface LoginForm {
  /** Where it is posted to. */
  readonly action: string
  /** Its hidden fields, a CSRF token say. */
  readonly hidden: Readonly<Record<string, string>>
}

/** The link to TestID at this level, by its documented address; undefined where the page has none. */
export const testidLink = (html: string, level: string, pageUrl: string): string | undefined => {
  const id = level.endsWith('-high') ? 'testid2' : 'testid1'
  const href = [...html.matchAll(/<a\b[^>]*>/gi)]
    .map(([tag]) => attribute(tag, 'href'))
    .find((candidate) => candidate?.endsWith(`/authorize/${id}`))
  return href !== undefined && URL.canParse(href, pageUrl) ? new URL(href, pageUrl).href : undefined
}

/** The POST form with an input of this name; undefined where the page has none. */
export const formWith = (html: string, input: string, pageUrl: string): LoginForm | undefined => {
  for (const [form, tag = ''] of html.matchAll(/(<form\b[^>]*>)[\s\S]*?<\/form>/gi)) {
    const inputs = [...form.matchAll(/<input\b[^>]*>/gi)].map(([found]) => found)
    if (!inputs.some((found) => attribute(found, 'name') === input)) continue
    const action = attribute(tag, 'action') ?? ''
    if (attribute(tag, 'method')?.toLowerCase() !== 'post' || !URL.canParse(action, pageUrl))
      continue
    const hidden = inputs
      .filter((found) => attribute(found, 'type')?.toLowerCase() === 'hidden')
      .map((found) => [attribute(found, 'name') ?? '', attribute(found, 'value') ?? ''] as const)
    return { action: new URL(action, pageUrl).href, hidden: Object.fromEntries(hidden) }
  }
  return undefined
}

const attribute = (tag: string, name: string): string | undefined => {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag)
  return match === null ? undefined : unescaped(match[1] ?? match[2] ?? '')
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
