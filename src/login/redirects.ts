import { isKnownRoute, knownWords } from './known-words.ts'

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
