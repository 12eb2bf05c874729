import { isRedirectTo } from '../redirects.ts'

/** What a pasted line is: the redirect with its response, or why it is not. The line itself is never shown. */
export type Pasted =
  | { readonly kind: 'redirect'; readonly url: URL }
  | { readonly kind: 'refused'; readonly because: string }

/** What is asked of the address. */
export interface ExpectedRedirect {
  readonly redirectUri: string
  /** `state` of the request that was opened. */
  readonly state: string
}

/**
 * Reads a pasted line. The `state` must be that of the request (RFC 6749, 10.12), so that no code of another login
 * is taken; `iss` is left to the library, as with every other login.
 */
export const readPasted = (line: string, expected: ExpectedRedirect): Pasted => {
  const text = line.trim().replace(/^["'<]+|["'>]+$/g, '')
  if (text === '') return refused('nothing was pasted')
  const url = addressIn(text, expected.redirectUri)
  if (url === undefined) return refused('that is no address')
  if (!isRedirectTo(expected.redirectUri, url))
    return refused(
      `that is not the address you were sent to: it begins with ${expected.redirectUri}`,
    )
  const { searchParams } = url
  if (!searchParams.has('code') && !searchParams.has('error'))
    return refused('the address is not whole: there is no code in it')
  const states = searchParams.getAll('state')
  if (states.length !== 1 || states[0] !== expected.state)
    return refused('that address is of another login (its state is not that of this one)')
  return { kind: 'redirect', url }
}

const refused = (because: string): Pasted => ({ kind: 'refused', because })

/** Some browsers leave out the scheme of what they show. */
const addressIn = (text: string, redirectUri: string): URL | undefined => {
  const whole = /^https?:\/\//i.test(text) ? text : `${new URL(redirectUri).protocol}//${text}`
  return URL.canParse(whole) ? new URL(whole) : undefined
}
