import type { Browser } from 'playwright-core'
import type { RunSettings } from '../config/environment.ts'
import { openCheckingProxy } from './checking-proxy.ts'
import { connectBrowser } from './connect-browser.ts'
import { findBrowser } from './find-browser.ts'
import { launchBrowser } from './launch-browser.ts'

export interface OpenBrowserOptions {
  readonly settings: Pick<RunSettings, 'browserPath' | 'browserWs' | 'httpsProxy' | 'noProxy'>
  readonly redirectUri: string
  /** PEM of further roots that its pages are checked by; a remote browser has its own. */
  readonly ca?: string | undefined
  /** Whether a person is to see it; never a remote one. */
  readonly isWindow?: boolean | undefined
  readonly onProgress?: ((line: string) => void) | undefined
}

/**
 * Opens the browser that logins run in: a remote one where `KRR_BROWSER_WS` names it, else one found or
 * installed on this machine.
 * @throws ConfigurationError where there is none, or the remote one may not be used
 * @throws EvidenceUnavailableError where it does not start or answer
 */
export const openBrowser = async (options: OpenBrowserOptions): Promise<Browser> => {
  const { settings, redirectUri, isWindow = false, onProgress } = options
  if (settings.browserWs !== undefined && !isWindow)
    return connectBrowser(settings.browserWs, redirectUri)
  const path = await findBrowser(settings, { kind: isWindow ? 'with a window' : 'any', onProgress })
  const launching = { path, redirectUri, isWindow, proxy: settings }
  if (options.ca === undefined) return launchBrowser(launching)
  const checking = await openCheckingProxy(options.ca, settings)
  try {
    const browser = await launchBrowser({ ...launching, checking })
    browser.once('disconnected', checking.close)
    return browser
  } catch (error) {
    checking.close()
    throw error
  }
}
