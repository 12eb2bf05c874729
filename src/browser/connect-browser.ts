import type { Browser } from 'playwright-core'
import { ConfigurationError } from '../config/configuration-error.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import { isLoopbackUrl } from '../oidc/loopback.ts'
import { loadPlaywright } from './playwright.ts'

const connectAtMostMs = 10_000

/**
 * Connects to a remote browser (`KRR_BROWSER_WS`), by Playwright's protocol or by CDP.
 * @throws ConfigurationError where the redirect URI's host is not loopback: it could not be made
 * unresolvable there
 * @throws EvidenceUnavailableError where the browser does not answer
 */
export const connectBrowser = async (address: string, redirectUri: string): Promise<Browser> => {
  if (!isLoopbackUrl(redirectUri))
    throw new ConfigurationError([
      'KRR_BROWSER_WS cannot be used with a redirect URI whose host is not loopback: a remote browser might ' +
        'deliver the code there; set KRR_<NAME>_REDIRECT_URI to one on localhost, or KRR_BROWSER_PATH',
    ])
  const chromium = loadPlaywright().chromium
  const options = { timeout: connectAtMostMs }
  const speaksCdp = /^https?:/.test(address) || address.includes('/devtools/')
  // A bare address may be either: Playwright's server answers at once that it is none of CDP's.
  const ways = speaksCdp
    ? [() => chromium.connectOverCDP(address, options)]
    : [() => chromium.connect(address, options), () => chromium.connectOverCDP(address, options)]
  for (const connect of ways) {
    const browser = await connect().catch(() => undefined)
    if (browser !== undefined) return browser
  }
  // Without the cause: the address may hold credentials, and Playwright repeats it.
  throw new EvidenceUnavailableError('the remote browser at KRR_BROWSER_WS does not answer')
}
