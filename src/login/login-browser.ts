import type { Environment } from '../config/environment.ts'
import { type BrowserLoginOptions, browserLogin, closeBrowser } from './browser-login.ts'
import type { LoginDriver } from './login-driver.ts'
import { type BrowserSettings, isChecked, pagelessRequests, warmUp } from './warm-up.ts'

/** What a browser is launched with, before the environment is known in full. Plain data but for `onProgress`. */
export interface Launch {
  readonly environment: Pick<Environment, 'issuer' | 'redirectUri'> &
    Partial<Pick<Environment, 'ca'>>
  readonly settings: BrowserSettings
  readonly onProgress?: ((line: string) => void) | undefined
}

export interface FormLoginOptions
  extends Omit<BrowserLoginOptions, 'browser' | 'openRequests' | 'isChecked'> {
  /** What names the harness where no browser does. */
  readonly userAgent: string
}

/** A browser that the forms of one environment are filled in with, launched at once. */
export interface LoginBrowser {
  /** Logs in with it; the driver closes it. */
  logIn(options: FormLoginOptions): LoginDriver
  /** Closes it in bounded time, whether anybody has logged in with it or not. */
  close(): Promise<void>
}

/** Launches a browser whose driver is loaded in this thread. */
export const openLoginBrowser = (launch: Launch): LoginBrowser => {
  const browser = warmUp(launch)
  return {
    logIn: (options) => {
      const environment = { ...options.environment, ca: launch.environment.ca }
      const { settings } = launch
      return browserLogin({
        ...options,
        browser,
        openRequests: pagelessRequests({ ...options, environment, settings }),
        isChecked: isChecked({ environment, settings }),
      })
    },
    close: () => closeBrowser(browser),
  }
}
