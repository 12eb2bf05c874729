import type { OnSecret } from '../oidc/secrets.ts'
import type { Authorized, LoginEnvironment, Prepare } from './login-driver.ts'
import type { Requests } from './requests.ts'
import { followSilently } from './silent-login.ts'

/** One person's single sign-on session, in a user agent of its own whose cookies are never written. */
export interface SingleSignOn {
  authorize(prepare: Prepare): Promise<Authorized>
}

export interface SingleSignOnOptions {
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
