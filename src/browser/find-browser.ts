import { ConfigurationError } from '../config/configuration-error.ts'
import type { RunSettings } from '../config/environment.ts'
import { type Host, isExecutable, thisHost } from './host.ts'
import { installers as allInstallers, type Installer } from './installers.ts'
import { type BrowserKind, installedBrowser, playwrightBrowser } from './known-browsers.ts'

export type { BrowserKind } from './known-browsers.ts'

export interface FindBrowserOptions {
  readonly host?: Host
  readonly installers?: readonly Installer[]
  readonly kind?: BrowserKind | undefined
  /** Hears, in one line, that something is being installed. */
  readonly onProgress?: ((line: string) => void) | undefined
}

/**
 * Gives the path of a Chromium: `KRR_BROWSER_PATH`, one that Playwright installed, an installed Chrome,
 * Chromium or Edge, and at last one that it installs.
 * @throws ConfigurationError where there is none and none could be installed
 */
export const findBrowser = async (
  settings: Pick<RunSettings, 'browserPath'>,
  options: FindBrowserOptions = {},
): Promise<string> => {
  const { host = thisHost(), installers = allInstallers, kind = 'any', onProgress } = options
  if (settings.browserPath !== undefined) return configuredBrowser(settings.browserPath)
  const present = presentBrowser(host, kind)
  if (present !== undefined) return present
  const tried: string[] = []
  for (const installer of installers.filter(({ isPossible }) => isPossible(host))) {
    onProgress?.(`no browser found: running ${installer.name} (this may take a few minutes)`)
    tried.push(installer.name)
    if (!(await installer.install())) continue
    const installed = presentBrowser(host, kind)
    if (installed !== undefined) return installed
  }
  throw new ConfigurationError([noBrowser(tried)])
}

const presentBrowser = (host: Host, kind: BrowserKind): string | undefined =>
  playwrightBrowser(host, kind) ?? installedBrowser(host, kind)

const configuredBrowser = (path: string): string => {
  if (isExecutable(path)) return path
  throw new ConfigurationError([
    `KRR_BROWSER_PATH must be the path of an executable Chrome, Chromium or Edge, but is "${path}"; ` +
      'set it in .env (see .env.example)',
  ])
}

const noBrowser = (tried: readonly string[]): string => {
  const attempts = tried.length === 0 ? '' : ` (tried: ${tried.join(', then ')})`
  return (
    `no browser was found and none could be installed${attempts}; install Chrome, Chromium or Edge, or ` +
    'set KRR_BROWSER_PATH to the path of one, or KRR_<NAME>_LOGIN=headless where the environment has it'
  )
}
