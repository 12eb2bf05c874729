import { setTimeout as wait } from 'node:timers/promises'
import type { APIResponse } from 'playwright'
import { fieldLines } from '../evidence/exchange.ts'
import { limits } from '../evidence/limits.ts'
import type { SilentAttempt } from '../evidence/login.ts'
import type { KrrScope } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError, type Send } from '../evidence/transport.ts'
import { kindOfStatus } from '../evidence/trouble.ts'
import { prepareAuthorization } from '../oidc/authorization-request.ts'
import type { Client } from '../oidc/client.ts'
import { learnParameters, type OnSecret } from '../oidc/client-authentication.ts'
import { requireOwn } from '../oidc/own-hosts.ts'
import {
  type Authorized,
  type LoginEnvironment,
  NotAnsweredError,
  type Prepare,
} from './login-driver.ts'
import { createCookieJar, isRedirectTo, type Requests, shownAddress } from './requests.ts'

export interface SilentOptions {
  /** Of the logged-in context: it sends and keeps the session's cookies. */
  readonly request: Requests
  readonly environment: Pick<
    LoginEnvironment,
    'redirectUri' | 'loginHosts' | 'keyName' | 'stepSeconds'
  >
  readonly onSecret: OnSecret
}

const backoffMs = [150, 600]

/** Who does not answer in so long a time in all is not asked again. */
const silenceAtMostMs = 20_000

const passing = new Set([429, 502, 503, 504])

/** The provider needs a page for it (OIDC Core, 3.1.2.6). */
const needsPage = new Set([
  'login_required',
  'consent_required',
  'interaction_required',
  'account_selection_required',
])

/** Where redirects led: to the redirect URI, which is not requested, or to a page of the provider's. */
export type Followed =
  | { readonly kind: 'callback'; readonly callback: URL }
  | { readonly kind: 'page'; readonly url: string; readonly response: APIResponse }

/**
 * Follows an authorization request with `prompt=none` by hand up to the redirect URI. Undefined where the
 * provider wants to show a page.
 * @throws EvidenceUnavailableError where it leads away from the provider or nothing answers
 */
const followSilently = async (
  options: SilentOptions,
  authorizationUrl: string,
): Promise<URL | undefined> => {
  const followed = await follow(options, authorizationUrl)
  if (followed.kind === 'page') return undefined
  const { callback } = followed
  return needsPage.has(callback.searchParams.get('error') ?? '') ? undefined : callback
}

/**
 * Follows redirects by hand, from an address or from what was answered there already.
 * @throws EvidenceUnavailableError where they lead away from the provider or nothing answers
 */
export const follow = async (
  options: SilentOptions,
  from: string,
  answered?: APIResponse,
): Promise<Followed> => {
  const { environment, onSecret } = options
  let url = requireOwn(environment, from, 'a page of the login')
  let response = answered ?? (await get(options, url))
  for (let count = 0; ; count += 1) {
    learnCookies(response, onSecret)
    const location = response.headers()['location']
    const isRedirect = response.status() >= 300 && response.status() <= 399
    if (!isRedirect || location === undefined || !URL.canParse(location, url))
      return { kind: 'page', url, response }
    if (count === limits.redirects)
      throw new EvidenceUnavailableError('login: redirected in circles', {
        obstacle: { kind: 'login-redirects' },
      })
    const next = new URL(location, url)
    learnParameters(next.searchParams, onSecret)
    if (isRedirectTo(environment.redirectUri, next)) return { kind: 'callback', callback: next }
    url = requireOwn(environment, next.href, 'a redirect of the authorization endpoint')
    response = await get(options, url)
  }
}

const get = async ({ request, environment }: SilentOptions, url: string): Promise<APIResponse> => {
  const timeout = environment.stepSeconds * 1_000
  let silentMs = 0
  for (let attempt = 0; ; attempt += 1) {
    const response = await request
      .get(url, { maxRedirects: 0, timeout })
      .catch((error: unknown) => {
        if (isTimeout(error)) silentMs += timeout
      })
    if (response && !passing.has(response.status())) return response
    const delayMs = backoffMs[attempt]
    if (delayMs === undefined || silentMs >= silenceAtMostMs)
      throw new NotAnsweredError(
        `silent login: ${response ? `status ${response.status()}` : 'no answer'} from ` +
          `${shownAddress(url)}, asked ${attempt + 1} times`,
        response === undefined ? 'connection-lost' : kindOfStatus(response.status()),
      )
    await wait(delayMs)
  }
}

const isTimeout = (error: unknown): boolean =>
  error instanceof Error && error.name === 'TimeoutError'

const learnCookies = (response: APIResponse, onSecret: OnSecret): void => {
  for (const { name, value } of response.headersArray()) {
    if (name.toLowerCase() !== 'set-cookie') continue
    const cookie = /^[^=;]*=([^;]*)/.exec(value)?.[1]
    if (cookie !== undefined && cookie !== '') onSecret('cookie', cookie)
  }
}

/**
 * Asks for a code with `prompt=none` where nobody is logged in: one plain request without a cookie, whose answer
 * is not followed.
 * @throws EvidenceUnavailableError where nothing answers
 */
export const attemptSilently = async (
  client: Client,
  send: Send,
  scopes: readonly KrrScope[],
): Promise<SilentAttempt> => {
  const { url, request } = await prepareAuthorization(client, {
    scopes,
    prompt: 'none',
    loginHint: undefined,
  })
  const exchange = await send('authorization request, prompt=none without a login', {
    method: 'GET',
    url,
    fields: [['accept', 'text/html']],
  })
  // What is kept for nobody is a secret all the same: the redirect may carry it too.
  createCookieJar(client.onSecret).keep(url, exchange.response)
  for (const location of fieldLines(exchange.response, 'location')) {
    if (URL.canParse(location, url)) {
      learnParameters(new URL(location, url).searchParams, client.onSecret)
    }
  }
  return { request, exchange }
}

/** One person's single sign-on session, in a user agent of its own whose cookies are never written. */
export interface SingleSignOn {
  authorize(prepare: Prepare): Promise<Authorized>
}

interface SingleSignOnOptions {
  /** Sends the person's cookies without a page. */
  readonly request: () => Promise<Requests>
  readonly environment: LoginEnvironment
  readonly onSecret: OnSecret
  /** Brings a request through whatever pages are shown, and says as soon as the person is logged in. */
  readonly throughPages: (prepare: Prepare, onLoggedIn: () => void) => Promise<Authorized>
  /** Whether the pages are tried where a silent request came to nothing; without it they are not. */
  readonly fallsBack?: (error: unknown) => boolean
}

/** The first request goes through the pages, all others silently; through the pages again where one is needed. */
export const singleSignOn = (options: SingleSignOnOptions): SingleSignOn => {
  const { environment, onSecret } = options
  let isLoggedIn = false
  let queue: Promise<unknown> = Promise.resolve()
  const onLoggedIn = () => {
    isLoggedIn = true
  }

  /** One at a time: two tabs must not show the same form, and one login serves all. */
  const exclusively = <Result>(task: () => Promise<Result>): Promise<Result> => {
    const turn = queue.then(task)
    queue = turn.catch(() => {})
    return turn
  }

  return {
    async authorize(prepare) {
      if (!isLoggedIn) {
        const first = await exclusively(async () =>
          isLoggedIn ? undefined : options.throughPages(prepare, onLoggedIn),
        )
        if (first !== undefined) return first
      }
      const authorization = await prepare({ prompt: 'none' })
      const request = await options.request()
      const callback = await followSilently(
        { request, environment, onSecret },
        authorization.url,
      ).catch((error: unknown) => {
        if (options.fallsBack?.(error) === true) return undefined
        throw error
      })
      if (callback !== undefined) return { authorization, callback }
      return exclusively(() => options.throughPages(prepare, onLoggedIn))
    },
  }
}
