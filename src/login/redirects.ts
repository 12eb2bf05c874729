/** Whether the URL is the redirect URI, with whatever parameters. */
export const isRedirectTo = (redirectUri: string, url: URL): boolean => {
  const own = new URL(redirectUri)
  return url.origin === own.origin && url.pathname === own.pathname
}

/**
 * Whether a redirect on the way stays with the provider: on the issuer's host, the authorization
 * endpoint's, or below one of them, and not from https to http.
 */
export const staysWithProvider = (
  provider: { readonly issuer: string; readonly authorizationUrl: string },
  from: string,
  to: URL,
): boolean => {
  if (to.protocol !== 'https:' && to.protocol !== new URL(from).protocol) return false
  return [provider.issuer, provider.authorizationUrl]
    .map((url) => new URL(url).hostname)
    .some((host) => to.hostname === host || to.hostname.endsWith(`.${host}`))
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
