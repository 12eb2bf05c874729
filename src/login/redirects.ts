/** Whether the URL is the redirect URI, with whatever parameters. */
export const isRedirectTo = (redirectUri: string, url: URL): boolean => {
  const own = new URL(redirectUri)
  return url.origin === own.origin && url.pathname === own.pathname
}

/** An address as it may be shown: without query and fragment, long numbers masked. */
export const shownAddress = (url: string): string => {
  if (!URL.canParse(url)) return 'no address'
  const { origin, protocol, pathname } = new URL(url)
  if (!protocol.startsWith('http')) return 'no address'
  return `${origin}${pathname.replace(/\d{5,}/g, '…')}`
}

/** A page's title as it may be shown: digits masked, at most 80 characters. */
export const shownTitle = (title: string): string =>
  title.trim() === '' ? 'no title' : `"${title.trim().replace(/\d/g, '•').slice(0, 80)}"`
