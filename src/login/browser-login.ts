import type { Browser } from 'playwright'
import { killBrowser } from '../browser/open-browser.ts'
import type { OpenedRequests } from '../browser/open-requests.ts'
import type { Persona } from '../evidence/person-reading.ts'
import type { OnSecret } from '../oidc/client-authentication.ts'
import type { LoginDriver, LoginEnvironment } from './login-driver.ts'
import { type PersonaLoginOptions, personaLogin } from './persona-login.ts'
import type { RequestsOptions } from './requests.ts'
import type { OnScreenshot } from './screenshot.ts'
import type { SingleSignOn } from './silent-login.ts'
import { inTime } from './step-limit.ts'
import { openTabs, type Tabs } from './tabs.ts'

export interface BrowserLoginOptions extends RequestsOptions {
  readonly environment: LoginEnvironment
  /** Closed with the driver. */
  readonly browser: Promise<Browser>
  /** Opens a user agent without pages, where one on this machine will do. */
  readonly openRequests?: (() => Promise<OpenedRequests>) | undefined
  readonly pidOf: (persona: Persona) => string
  /** Who logs in on rendered pages, made ready at once; others send the same form unrendered. */
  readonly expected: readonly Persona[]
  readonly onProgress?: ((line: string) => void) | undefined
  readonly onScreenshot?: OnScreenshot | undefined
  readonly onSecret: OnSecret
  /** Hear of what a login meets on its pages. */
  readonly onPage?: PersonaLoginOptions['onPage']
  readonly onMatched?: PersonaLoginOptions['onMatched']
  readonly onCookie?: PersonaLoginOptions['onCookie']
}

const closesWithinMs = 3_000

/** Logs in through ID-porten's pages, in a browser: one form a person, the rest through its session. */
export const browserLogin = (options: BrowserLoginOptions): LoginDriver => {
  const logins = new Map<Persona, SingleSignOn>()
  const opened: Tabs[] = []
  let formLogins = 0

  const { browser, environment } = options

  const loginOf = (persona: Persona): SingleSignOn => {
    const known = logins.get(persona)
    if (known !== undefined) return known
    const isExpected = options.expected.includes(persona)
    const tabs = openTabs({
      browser,
      redirectUri: environment.redirectUri,
      isPrepared: isExpected,
      openRequests: isExpected ? undefined : options.openRequests,
      pace: options.pace,
      isChecked: options.isChecked,
    })
    opened.push(tabs)
    const login = personaLogin({
      ...options,
      persona,
      pid: options.pidOf(persona),
      tabs,
      isRendered: isExpected,
      onForm: () => {
        formLogins += 1
      },
    })
    logins.set(persona, login)
    return login
  }

  for (const persona of options.expected) loginOf(persona)

  return {
    authorize: async (persona, prepare) => loginOf(persona).authorize(prepare),
    get formLogins() {
      return formLogins
    },
    async close() {
      await Promise.all([closeBrowser(browser), ...opened.map((tabs) => tabs.close())])
    },
  }
}

/**
 * Closes a browser in bounded time: one that hangs, or is still being installed, must not hold up the end of a run. One
 * of this machine that does not close is killed.
 */
export const closeBrowser = async (browser: Promise<Browser>): Promise<void> => {
  const closed = browser.then((opened) => opened.close()).catch(() => {})
  const isLate = await inTime(closed, closesWithinMs, true)
  if (isLate === true) void browser.then(killBrowser).catch(() => {})
}
