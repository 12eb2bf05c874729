import { createRequire } from 'node:module'
import type { APIRequest, Browser, BrowserType } from 'playwright'
import { childEnvironment } from '../config/child-environment.ts'
import { ConfigurationError } from '../config/configuration-error.ts'
import type { RunSettings } from '../config/environment.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { isLoopbackHost, isLoopbackUrl } from '../oidc/own-hosts.ts'
import {
  browserProxy,
  type CheckingProxy,
  openCheckingProxy,
  throughChecking,
} from './checking-proxy.ts'
import { findBrowser } from './find-browser.ts'
import { type Host, thisHost } from './host.ts'

interface Playwright {
  readonly chromium: BrowserType
  readonly request: APIRequest
}

/**
 * Playwright, loaded when first used: by `require`, which costs a third less time and 14 MB less memory than
 * `import()`.
 */
export const loadPlaywright = (): Playwright =>
  createRequire(import.meta.url)('playwright') as Playwright

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
  throw new EvidenceUnavailableError('the remote browser at KRR_BROWSER_WS does not answer', {
    obstacle: { kind: 'browser-start' },
  })
}

/** Hosts that a Chromium, Chrome or Edge looks up of its own accord; no login page needs them. */
const vendorDomains = [
  'google.com',
  'googleapis.com',
  'gstatic.com',
  'googleusercontent.com',
  'gvt1.com',
  'gvt2.com',
  'gvt3.com',
  'google-analytics.com',
  'chromium.org',
  'chrome.com',
  'microsoft.com',
  'msedge.net',
  'msn.com',
  'bing.com',
  'bing.net',
  'debian.org',
  'mozilla.org',
]

/**
 * The hosts that a launched browser must not reach: vendors', and the redirect URI's own, so that a code
 * is delivered to nobody but us even if its interception failed.
 */
export const unresolvableHosts = (redirectUri: string): readonly string[] => {
  const { hostname } = new URL(redirectUri)
  const own = isLoopbackHost(hostname) ? [] : [hostname]
  return [...own, ...vendorDomains.flatMap((domain) => [domain, `*.${domain}`])]
}

/** The hosts as a value of Chromium's `--host-resolver-rules`. */
export const resolverRules = (hosts: readonly string[]): string =>
  hosts.map((host) => `MAP ${host} ~NOTFOUND`).join(', ')

interface LaunchOptions {
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
    const browser = await loadPlaywright().chromium.launch({
      executablePath: options.path,
      headless: options.isWindow !== true,
      timeout: launchAtMostMs,
      env: childEnvironment(options.isWindow === true ? host.variables : unseen(host.variables)),
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
    processes.set(browser, processOf(browser))
    return browser
  } catch {
    // Playwright's message holds the whole command line, and with it a proxy's credentials.
    throw new EvidenceUnavailableError(
      `the browser at ${options.path} does not start; ${options.isWindow === true ? 'is there a display? ' : ''}try it by hand, or set KRR_BROWSER_PATH to another`,
      { obstacle: { kind: 'browser-start' } },
    )
  }
}

/** The process of each browser that was launched here, asked for while the browser still answers. */
const processes = new WeakMap<Browser, Promise<number | undefined>>()

const processOf = async (browser: Browser): Promise<number | undefined> => {
  try {
    const session = await browser.newBrowserCDPSession()
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    session.detach().catch(() => {})
    return processInfo.find(({ type }) => type === 'browser')?.id
  } catch {
    // It has ended meanwhile.
    return undefined
  }
}

/** Ends a browser that was launched here and does not close; its other processes end with it. */
export const killBrowser = async (browser: Browser): Promise<void> => {
  const id = await processes.get(browser)
  // A process that has ended may have left its number to another one.
  if (id === undefined || !browser.isConnected()) return
  try {
    process.kill(id, 'SIGKILL')
  } catch {
    // It ended at this moment.
  }
}

/** What nobody sees needs no display; at one that cannot be reached Chromium ends with its first picture. */
const unseen = (variables: Host['variables']): Host['variables'] =>
  Object.fromEntries(
    Object.entries(variables).filter(([name]) => !/^(WAYLAND_)?DISPLAY$/.test(name)),
  )

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
