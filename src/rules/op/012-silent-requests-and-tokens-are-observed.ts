import { fieldValue } from '../../evidence/exchange.ts'
import { type JsonObject, valueAt } from '../../evidence/json.ts'
import type { LoginReading, SilentAttempt } from '../../evidence/login.ts'
import type { Rule } from '../rule.ts'
import { accessTokenClaims, idTokenClaims, tokenResponse, withoutTokens } from './token-response.ts'

/**
 * Of a login: whether its access token can be read, and how long its tokens live. Of a request with
 * `prompt=none` that no login goes with: what answered it. No page of ID-porten's promises any of it.
 */
export const silentRequestsAndTokensAreObserved: Rule<LoginReading | SilentAttempt> = {
  id: 'KRR-OP-012',
  title: 'prompt=none without a login and token lifetimes are as observed',
  level: 'INFO',
  basis: 'documented',
  since: 2,
  cites: ['ACT-001', 'CORE-001'],
  notApplicable: (subject) => (isLogin(subject) ? withoutTokens(subject) : undefined),
  check: () => [],
  met: (subject) =>
    isLogin(subject)
      ? `${kindOf(subject)} access token${lifetimes(subject)}`
      : `prompt=none without a login: ${outcomeOf(subject)}`,
}

const isLogin = (subject: LoginReading | SilentAttempt): subject is LoginReading =>
  'callback' in subject

const kindOf = (login: LoginReading): string =>
  accessTokenClaims(login) === undefined ? 'opaque' : 'self-contained'

const lifetimes = (login: LoginReading): string => {
  const response = tokenResponse(login)
  const stated = [
    ['', valueAt(response, 'expires_in') ?? lifeOf(accessTokenClaims(login))],
    [', ID token', lifeOf(idTokenClaims(login))],
    [', refresh token', valueAt(response, 'refresh_token_expires_in')],
  ] as const
  return stated
    .filter(([, seconds]) => typeof seconds === 'number')
    .map(([token, seconds]) => `${token} for ${seconds} s`)
    .join('')
}

const lifeOf = (claims: JsonObject | undefined): number | undefined => {
  const { exp, iat } = claims ?? {}
  return typeof exp === 'number' && typeof iat === 'number' ? exp - iat : undefined
}

const outcomeOf = ({ request, exchange }: SilentAttempt): string => {
  const { response } = exchange
  const isRedirect = response.status >= 300 && response.status <= 399
  const callback = isRedirect
    ? callbackOf(fieldValue(response, 'location'), exchange.request.url, request.redirectUri)
    : undefined
  if (callback !== undefined) return answerIn(callback)
  return isRedirect ? 'redirected to another page than the client' : `status ${response.status}`
}

const callbackOf = (location = '', base: string, redirectUri: string): URL | undefined => {
  if (!URL.canParse(location, base) || !URL.canParse(redirectUri)) return undefined
  const [target, own] = [new URL(location, base), new URL(redirectUri)]
  return target.origin === own.origin && target.pathname === own.pathname ? target : undefined
}

/** An error code is shown where it has the form of one; a code never is. */
const answerIn = ({ searchParams }: URL): string => {
  if (searchParams.has('code')) return 'a code'
  const error = searchParams.get('error')
  return error !== null && /^[a-z_]{1,60}$/.test(error) ? error : 'neither a code nor an error code'
}
