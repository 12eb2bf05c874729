import type { Browser } from 'playwright-core'
import { type OpenBrowserOptions, openBrowser } from '../browser/open-browser.ts'
import type { Environment, RunSettings } from '../config/environment.ts'
import { isLoopbackUrl } from '../oidc/loopback.ts'

export interface WarmUpOptions {
  readonly environment: Pick<Environment, 'issuer' | 'redirectUri'>
  readonly settings: RunSettings
  readonly onProgress?: OpenBrowserOptions['onProgress']
  /** Until then the main thread is left to others: to load the browser's driver takes it for 0.4 s. */
  readonly mayBlock?: Promise<void> | undefined
}

/**
 * Starts the browser that the environment's logins need, before anything else is ready. The promise may
 * be left alone: its rejection is heard by whoever awaits it.
 */
export const warmUp = (options: WarmUpOptions): Promise<Browser> => {
  const browser = openWhenItMay(options)
  browser.catch(() => {})
  return browser
}

const openWhenItMay = async (options: WarmUpOptions): Promise<Browser> => {
  const { environment, settings, onProgress, mayBlock } = options
  await mayBlock
  // HTTPS_PROXY is not meant for this machine.
  const direct = { ...settings, httpsProxy: undefined, noProxy: undefined }
  return openBrowser({
    settings: isLoopbackUrl(environment.issuer) ? direct : settings,
    redirectUri: environment.redirectUri,
    onProgress,
  })
}
