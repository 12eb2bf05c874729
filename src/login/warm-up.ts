import type { Browser } from 'playwright'
import { type OpenBrowserOptions, openBrowser } from '../browser/open-browser.ts'
import { type OpenedRequests, openRequests } from '../browser/open-requests.ts'
import type { Environment, RunSettings } from '../config/environment.ts'
import { isLoopbackUrl } from '../oidc/own-hosts.ts'

/** What decides which browser is opened, and how it reaches the provider. */
export type BrowserSettings = Pick<
  RunSettings,
  'browserPath' | 'browserWs' | 'httpsProxy' | 'noProxy'
>

export interface WarmUpOptions {
  readonly environment: Pick<Environment, 'issuer' | 'redirectUri'> &
    Partial<Pick<Environment, 'ca'>>
  readonly settings: BrowserSettings
  readonly isWindow?: boolean | undefined
  readonly onProgress?: OpenBrowserOptions['onProgress']
}

/**
 * Starts the browser that the environment's logins need, before anything else is ready. The promise may
 * be left alone: its rejection is heard by whoever awaits it.
 */
export const warmUp = (options: WarmUpOptions): Promise<Browser> => {
  const { environment, settings, isWindow, onProgress } = options
  const browser = openBrowser({
    settings: proxied(environment, settings),
    redirectUri: environment.redirectUri,
    ca: rootsOf(options),
    isWindow,
    onProgress,
  })
  browser.catch(() => {})
  return browser
}

/**
 * How a person who needs no page asks ID-porten: without a browser where it is the form alone that is sent (TestID),
 * and where no remote browser was asked for.
 */
export const pagelessRequests = ({
  environment,
  settings,
  userAgent,
}: {
  readonly environment: Pick<Environment, 'issuer' | 'login' | 'ca'>
  readonly settings: BrowserSettings
  readonly userAgent: string
}): (() => Promise<OpenedRequests>) | undefined =>
  environment.login === 'testid' && settings.browserWs === undefined
    ? () =>
        openRequests({
          settings: proxied(environment, settings),
          userAgent,
          ca: rootsOf({ environment, settings }),
        })
    : undefined

/** HTTPS_PROXY is not meant for this machine. */
const proxied = (
  { issuer }: Pick<Environment, 'issuer'>,
  settings: BrowserSettings,
): BrowserSettings =>
  isLoopbackUrl(issuer) ? { ...settings, httpsProxy: undefined, noProxy: undefined } : settings

type Checked = {
  readonly environment: Pick<Environment, 'issuer'> & Partial<Pick<Environment, 'ca'>>
  readonly settings: Pick<RunSettings, 'browserWs'>
}

/** Whether what the browser asks for goes through this process's own checking (src/browser/checking-proxy.ts). */
export const isChecked = (options: Checked): boolean => rootsOf(options) !== undefined

/** The further roots, where there is TLS to be checked by them, and a browser here to be told. */
const rootsOf = ({ environment, settings }: Checked): string | undefined =>
  environment.issuer.startsWith('https:') && settings.browserWs === undefined
    ? environment.ca
    : undefined
