import type { Browser } from 'playwright-core'
import type { Persona } from '../evidence/person-reading.ts'
import type { OnSecret } from '../oidc/secrets.ts'
import type { LoginDriver, LoginEnvironment } from './login-driver.ts'
import { type PersonaLogin, personaLogin } from './persona-login.ts'
import type { OnScreenshot } from './screenshot.ts'

export interface BrowserLoginOptions {
  readonly environment: LoginEnvironment
  /** Closed with the driver. */
  readonly browser: Promise<Browser>
  readonly pidOf: (persona: Persona) => string
  readonly onProgress?: ((line: string) => void) | undefined
  readonly onScreenshot?: OnScreenshot | undefined
  readonly onSecret: OnSecret
}

const closesWithinMs = 3_000

/** Logs in through ID-porten's pages, in a browser: one form a person, the rest through its session. */
export const browserLogin = (options: BrowserLoginOptions): LoginDriver => {
  const logins = new Map<Persona, PersonaLogin>()
  let formLogins = 0

  const loginOf = (persona: Persona): PersonaLogin => {
    const known = logins.get(persona)
    if (known !== undefined) return known
    const opened = personaLogin({
      ...options,
      persona,
      pid: options.pidOf(persona),
      onForm: () => {
        formLogins += 1
      },
    })
    logins.set(persona, opened)
    return opened
  }

  return {
    authorize: async (persona, prepare) => loginOf(persona).authorize(prepare),
    get formLogins() {
      return formLogins
    },
    close: () => closeBrowser(options.browser),
  }
}

/** A browser that hangs must not hold up the end of a run; it is killed when the process exits. */
const closeBrowser = async (browser: Promise<Browser>): Promise<void> => {
  const opened = await browser.catch(() => undefined)
  if (opened === undefined) return
  const patience = new AbortController()
  const waited = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, closesWithinMs)
    patience.signal.addEventListener('abort', () => clearTimeout(timer))
  })
  await Promise.race([opened.close().catch(() => {}), waited])
  patience.abort()
}
