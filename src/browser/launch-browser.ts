import type { Browser } from 'playwright-core'
import { childEnvironment } from '../config/child-environment.ts'
import type { RunSettings } from '../config/environment.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import type { CheckingProxy } from './checking-proxy.ts'
import { thisHost } from './host.ts'
import { loadPlaywright } from './playwright.ts'
import { browserProxy, throughChecking } from './proxy.ts'
import { resolverRules, unresolvableHosts } from './unresolvable-hosts.ts'

export interface LaunchOptions {
  /** The path of the browser to launch. */
  readonly path: string
  /** Its host is made unresolvable where it is not loopback. */
  readonly redirectUri: string
  readonly proxy: Pick<RunSettings, 'httpsProxy' | 'noProxy'>
  /** In the place of the proxy: it leads on to that one, and checks certificates in the browser's stead. */
  readonly checking?: CheckingProxy | undefined
  /** Whether a person is to see it; without it nobody does. */
  readonly isWindow?: boolean | undefined
  /** Further switches, for tests. */
  readonly switches?: readonly string[]
}

const launchAtMostMs = 15_000

/** What Playwright switches on of Chromium's features; a test holds it against the installed version. */
export const playwrightFeatures = ['CDPScreenshotNewSurface', 'SkipListAccountsWithoutGaiaCookies']

/**
 * Launches a browser that makes no connection of its own. It is closed by its owner: no signal
 * handler is installed, for the register must be put back before the process ends.
 * @throws EvidenceUnavailableError where the browser does not start
 */
export const launchBrowser = async (options: LaunchOptions): Promise<Browser> => {
  const unresolvable = unresolvableHosts(options.redirectUri)
  const { checking } = options
  const host = thisHost()
  const proxy =
    checking === undefined
      ? browserProxy(options.proxy, unresolvable)
      : throughChecking(checking, unresolvable)
  try {
    return await loadPlaywright().chromium.launch({
      executablePath: options.path,
      headless: options.isWindow !== true,
      timeout: launchAtMostMs,
      env: childEnvironment(host.variables),
      // Chromium refuses to run sandboxed as root, and only then does without.
      chromiumSandbox: !host.isRoot,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [
        ...quietSwitches(unresolvable),
        ...(options.isWindow === true ? [] : lightSwitches),
        ...(checking === undefined
          ? []
          : [`--ignore-certificate-errors-spki-list=${checking.spki}`]),
        ...(options.switches ?? []),
      ],
      ...(proxy === undefined ? {} : { proxy }),
    })
  } catch {
    // Playwright's message holds the whole command line, and with it a proxy's credentials.
    throw new EvidenceUnavailableError(
      `the browser at ${options.path} does not start; ${options.isWindow === true ? 'is there a display? ' : ''}try it by hand, or set KRR_BROWSER_PATH to another`,
    )
  }
}

/** Playwright switches off most of what phones home; this is the rest of it. */
const quietSwitches = (unresolvable: readonly string[]): readonly string[] => [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--dns-prefetch-disable',
  '--no-pings',
  `--host-resolver-rules=${resolverRules(unresolvable)}`,
]

/**
 * Two processes fewer, which a headless browser with a handful of pages has no use for: they cost 0.4 s of processor
 * time. Chromium heeds the last list of features alone, so that Playwright's own two are repeated.
 */
const lightSwitches: readonly string[] = [
  '--in-process-gpu',
  `--enable-features=NetworkServiceInProcess2,${playwrightFeatures.join(',')}`,
]
