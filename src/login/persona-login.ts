import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Persona } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import { learnParameters, type OnSecret } from '../oidc/secrets.ts'
import { type CallbackWatch, watchForCallback } from './callback-watch.ts'
import {
  type Authorized,
  type LoginEnvironment,
  type Prepare,
  requestedLevel,
} from './login-driver.ts'
import { loginFailure } from './login-failure.ts'
import { walkPages } from './page-walk.ts'
import { pagesOf } from './pages/index.ts'
import type { LoginSubject } from './pages/login-page.ts'
import type { OnScreenshot } from './screenshot.ts'
import { followSilently } from './silent-login.ts'

export interface PersonaLoginOptions {
  readonly environment: LoginEnvironment
  readonly browser: Promise<Browser>
  readonly persona: Persona
  readonly pid: string
  readonly onProgress?: ((line: string) => void) | undefined
  readonly onScreenshot?: OnScreenshot | undefined
  readonly onSecret: OnSecret
  readonly onForm: () => void
}

/** One person's single sign-on session, in a browser context of its own whose cookies are never written. */
export interface PersonaLogin {
  authorize(prepare: Prepare): Promise<Authorized>
}

interface Tab {
  readonly page: Page
  readonly watch: CallbackWatch
}

/** Prepares a person's browser context and its first tab, so that the login need not wait for them. */
export const personaLogin = (options: PersonaLoginOptions): PersonaLogin => {
  const { environment, persona, onSecret } = options
  const context = options.browser.then(openContext)
  let prepared: Promise<Tab> | undefined = context.then((ready) => openTab(ready, environment))
  prepared.catch(() => {})
  let isLoggedIn = false
  let refusal: EvidenceUnavailableError | undefined
  let queue: Promise<unknown> = Promise.resolve()

  /** One at a time: two tabs must not fill in the same form, and one login serves all. */
  const exclusively = <Result>(task: () => Promise<Result>): Promise<Result> => {
    const turn = queue.then(task)
    queue = turn.catch(() => {})
    return turn
  }

  const throughPages = async (prepare: Prepare): Promise<Authorized> => {
    if (refusal !== undefined) throw refusal
    const authorization = await prepare({})
    const { page, watch } = await (prepared ?? openTab(await context, environment))
    prepared = undefined
    let step = 'browser'
    let formBegun = false
    try {
      page.on('request', (request) => {
        if (request.isNavigationRequest())
          learnParameters(new URL(request.url()).searchParams, onSecret)
      })
      const callback = await walkPages(
        {
          page,
          watch,
          pages: pagesOf(methodOf(environment)),
          login: subjectOf(options),
          onStep: (name) => {
            step = name
          },
          onForm: () => {
            formBegun = true
            options.onForm()
          },
        },
        authorization.url,
      )
      for (const { value } of await page.context().cookies()) onSecret('cookie', value)
      // Also where the response is an error: the form was accepted, and need not be filled in for others.
      isLoggedIn ||= formBegun || callback.searchParams.has('code')
      return { authorization, callback }
    } catch (error) {
      // What was refused once is not tried again: numbers and passwords are locked after a few attempts.
      refusal = await loginFailure(page, {
        persona,
        step,
        what: error instanceof EvidenceUnavailableError ? error.message : 'the browser gave it up',
        onScreenshot: environment.production ? undefined : options.onScreenshot,
      })
      throw refusal
    } finally {
      // Closing it also ends whatever is still being waited for in it.
      page.close().catch(() => {})
    }
  }

  return {
    async authorize(prepare) {
      if (!isLoggedIn) {
        const first = await exclusively(async () =>
          isLoggedIn ? undefined : throughPages(prepare),
        )
        if (first !== undefined) return first
      }
      const authorization = await prepare({ prompt: 'none' })
      const { request } = await context
      const callback = await followSilently({ request, environment, onSecret }, authorization.url)
      if (callback !== undefined) return { authorization, callback }
      return exclusively(() => throughPages(prepare))
    },
  }
}

const openContext = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ locale: 'nb-NO', serviceWorkers: 'block', acceptDownloads: false })

const openTab = async (context: BrowserContext, environment: LoginEnvironment): Promise<Tab> => {
  const page = await context.newPage()
  return { page, watch: await watchForCallback(page, environment.redirectUri) }
}

const methodOf = ({ login }: LoginEnvironment): 'testid' | 'minid' =>
  login === 'minid' ? 'minid' : 'testid'

/** Whose contact data must stay as they are: confirming them would end what they stand for. */
const neverConfirmed: ReadonlySet<Persona> = new Set(['DELETED', 'EXPIRED', 'UNREGISTERED'])

const subjectOf = (options: PersonaLoginOptions): LoginSubject => {
  const { environment, persona, pid, onProgress } = options
  const writeRefusal = environment.allowWrite
    ? undefined
    : (environment.writeRefusal ?? 'writing is not allowed')
  return {
    persona,
    pid,
    level: requestedLevel(environment),
    method: methodOf(environment),
    minid: environment.minid,
    confirmationRefusal: neverConfirmed.has(persona)
      ? `never done for the test user ${persona}`
      : writeRefusal,
    onProgress: onProgress ?? (() => {}),
  }
}
