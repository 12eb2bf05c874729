import type { Browser } from 'playwright-core'
import { type OpenBrowserOptions, openBrowser } from '../browser/open-browser.ts'
import type { Environment, RunSettings } from '../config/environment.ts'
import { isLoopbackUrl } from '../oidc/loopback.ts'

export interface WarmUpOptions {
  readonly environment: Pick<Environment, 'issuer' | 'redirectUri'>
  readonly settings: RunSettings
  readonly onProgress?: OpenBrowserOptions['onProgress']
}

/**
 * Starts the browser that the environment's logins need, before anything else is ready. The promise may
 * be left alone: its rejection is heard by whoever awaits it.
 */
export const warmUp = ({ environment, settings, onProgress }: WarmUpOptions): Promise<Browser> => {
  // HTTPS_PROXY is not meant for this machine.
  const direct = { ...settings, httpsProxy: undefined, noProxy: undefined }
  const browser = openBrowser({
    settings: isLoopbackUrl(environment.issuer) ? direct : settings,
    redirectUri: environment.redirectUri,
    onProgress,
  })
  browser.catch(() => {})
  return browser
}
