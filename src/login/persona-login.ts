import type { Request } from 'playwright'
import type { TroubleKind } from '../evidence/obstacle.ts'
import type { Persona } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError, obstacleOf } from '../evidence/transport.ts'
import { learnParameters, type OnSecret } from '../oidc/client-authentication.ts'
import { ErrorPageError } from './error-page.ts'
import {
  type Authorized,
  type LoginEnvironment,
  loginFailure,
  NotAnsweredError,
  type Prepare,
  requestedLevel,
} from './login-driver.ts'
import { walkPages } from './page-walk.ts'
import { pagesOf } from './pages/index.ts'
import type { LoginSubject } from './pages/login-page.ts'
import type { SeenPage } from './pages/seen-page.ts'
import type { OnScreenshot } from './screenshot.ts'
import { type SingleSignOn, singleSignOn } from './silent-login.ts'
import type { Tab, Tabs } from './tabs.ts'
import { unrenderedLogin } from './unrendered-login.ts'

export interface PersonaLoginOptions {
  readonly environment: LoginEnvironment
  readonly tabs: Tabs
  /** Whether the pages are rendered from the start; else the form is first sent without. */
  readonly isRendered: boolean
  readonly persona: Persona
  readonly pid: string
  readonly onProgress?: ((line: string) => void) | undefined
  readonly onScreenshot?: OnScreenshot | undefined
  readonly onSecret: OnSecret
  readonly onForm: () => void
  /** Hear of what a login meets: each page, how a choice was found, and cookies by name. */
  readonly onPage?: ((seen: SeenPage) => void) | undefined
  readonly onMatched?: ((way: string) => void) | undefined
  readonly onCookie?: ((name: string) => void) | undefined
}

/**
 * The logins of one person: through the pages once, then silently where the session is kept. Where nothing answered, one
 * more try is made from a fresh authorization request, if no password or one-time code can be used up by it.
 */
export const personaLogin = (options: PersonaLoginOptions): SingleSignOn => {
  const { environment, persona, onSecret, tabs } = options
  let refusal: EvidenceUnavailableError | undefined
  let isRendered = options.isRendered
  let mayTryAgain = true

  /** Whether it is tried once more after this; from then on with pages that are rendered. */
  const triesAgain = (error: unknown, formBegun: boolean): boolean => {
    const isHarmless = methodOf(environment) === 'testid' || !formBegun
    const again = mayTryAgain && isHarmless && isPassing(error, formBegun)
    if (again) {
      mayTryAgain = false
      isRendered = true
    }
    return again
  }

  const throughPages = async (prepare: Prepare, onLoggedIn: () => void): Promise<Authorized> => {
    if (refusal !== undefined) throw refusal
    const authorization = await prepare({})
    const callback = isRendered ? undefined : await unrendered(authorization, onLoggedIn)
    if (callback === 'again') return throughPages(prepare, onLoggedIn)
    if (callback !== undefined) return { authorization, callback }
    const authorized = await tabs
      .use((tab) => walkOn(tab, authorization, onLoggedIn))
      .catch((error: unknown) => {
        if (mayTryAgain || error instanceof EvidenceUnavailableError) throw error
        // What ended the first try was the browser itself.
        refusal = new EvidenceUnavailableError(
          `login of ${persona} stopped at the step "browser": the browser gave it up`,
          { obstacle: { kind: 'browser-ended', step: 'browser' } },
        )
        throw refusal
      })
    return authorized === 'again' ? throughPages(prepare, onLoggedIn) : authorized
  }

  const unrendered = async (
    authorization: Authorized['authorization'],
    onLoggedIn: () => void,
  ): Promise<URL | 'again' | undefined> => {
    const request = await tabs.request()
    const login = subjectOf(options)
    try {
      const callback = await unrenderedLogin(
        { request, environment, onSecret, login, onForm: options.onForm },
        authorization.url,
      )
      if (callback !== undefined) onLoggedIn()
      return callback
    } catch (error) {
      if (triesAgain(error, true)) return 'again'
      const what = error instanceof EvidenceUnavailableError ? error.message : 'no answer'
      refusal = new EvidenceUnavailableError(`login of ${persona}: ${what}`, {
        obstacle: obstacleOf(error) ?? { kind: 'connection-lost' },
      })
      throw refusal
    }
  }

  const walkOn = async (
    { page, watch }: Tab,
    authorization: Authorized['authorization'],
    onLoggedIn: () => void,
  ): Promise<Authorized | 'again'> => {
    const onRequest = (request: Request) => {
      if (request.isNavigationRequest())
        learnParameters(new URL(request.url()).searchParams, onSecret)
    }
    let step = 'browser'
    let formBegun = false
    try {
      page.on('request', onRequest)
      const callback = await walkPages(
        {
          page,
          watch,
          environment,
          request: tabs.request,
          onPage: options.onPage,
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
      for (const { name, value } of await page.context().cookies()) {
        onSecret('cookie', value)
        options.onCookie?.(name)
      }
      // Also where the response is an error: the form was accepted, and need not be filled in for others.
      if (formBegun || callback.searchParams.has('code')) onLoggedIn()
      return { authorization, callback }
    } catch (error) {
      const isAlive = page.context().browser()?.isConnected() !== false
      if (isAlive && triesAgain(error, formBegun)) {
        options.onProgress?.(
          `login of ${persona}: ${error instanceof NotAnsweredError ? 'no answer' : 'an error page'} at the step "${step}", tried once more from the start`,
        )
        return 'again'
      }
      // What was refused once is not tried again: numbers and passwords are locked after a few attempts.
      refusal = await loginFailure(page, {
        persona,
        step,
        what: error instanceof EvidenceUnavailableError ? error.message : 'the browser gave it up',
        kind: kindIn(error),
        onScreenshot: environment.production ? undefined : options.onScreenshot,
      })
      throw refusal
    } finally {
      page.off('request', onRequest)
    }
  }

  return singleSignOn({
    request: () => tabs.request(),
    environment,
    onSecret,
    throughPages,
    fallsBack: (error) => triesAgain(error, false),
  })
}

/** Of what kind it is that ended a walk: what is no error of ours is the browser's. */
const kindIn = (error: unknown): TroubleKind => {
  if (!(error instanceof EvidenceUnavailableError)) return 'browser-ended'
  const kind = error.obstacle?.kind ?? 'other'
  return kind === 'server' ? 'other' : kind
}

/**
 * Whether it may be of the way and not of what was entered. Chromium sends a GET again by itself where a connection
 * that has served is reset. The provider may have used the login up with the first of them, and the second meets an
 * error page: the form was accepted by then.
 */
const isPassing = (error: unknown, formBegun: boolean): boolean =>
  error instanceof NotAnsweredError ||
  (formBegun && error instanceof ErrorPageError && error.method === 'GET')

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
    environment,
    confirmationRefusal: neverConfirmed.has(persona)
      ? `never done for the test user ${persona}`
      : writeRefusal,
    ...(options.onMatched === undefined ? {} : { onMatched: options.onMatched }),
    onProgress: onProgress ?? (() => {}),
  }
}
