import { connectBrowser } from '../../browser/connect-browser.ts'
import { type BrowserKind, findBrowser } from '../../browser/find-browser.ts'
import { launchBrowser } from '../../browser/launch-browser.ts'
import { ConfigurationError } from '../../config/configuration-error.ts'
import type { RunSettings } from '../../config/environment.ts'
import type { BrowserReading } from '../examinations/browser.ts'

/** Starts the browser that a run would use, without a window and without installing one, and closes it again. */
export const tryBrowser = async (
  settings: RunSettings,
  kind: BrowserKind,
): Promise<BrowserReading> => {
  // Nothing is opened in it; the redirect URI only says what it must not reach.
  const redirectUri = 'http://localhost/'
  if (settings.browserWs !== undefined && kind === 'any') {
    try {
      await (await connectBrowser(settings.browserWs, redirectUri)).close()
      return { kind: 'remote' }
    } catch (error) {
      return { kind: 'fails', key: 'KRR_BROWSER_WS', says: messageOf(error) }
    }
  }
  try {
    const path = await findBrowser(settings, { kind, installers: [] })
    await (await launchBrowser({ path, redirectUri, proxy: settings })).close()
    return { kind: 'starts', path }
  } catch (error) {
    if (error instanceof ConfigurationError && settings.browserPath === undefined) {
      return { kind: 'none' }
    }
    return { kind: 'fails', key: 'KRR_BROWSER_PATH', says: messageOf(error) }
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : 'it does not start'
