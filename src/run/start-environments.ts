import type { Browser } from 'playwright-core'
import { findBrowser } from '../browser/find-browser.ts'
import type { ConfiguredEnvironment } from '../config/configured-environment.ts'
import { draftOf } from '../config/draft.ts'
import { completeEmbedded } from '../config/embedded.ts'
import type { Environment, RunSettings } from '../config/environment.ts'
import type { LoadedConfiguration } from '../config/load.ts'
import { warmUp } from '../login/warm-up.ts'
import type { Expiry } from './expiry.ts'
import type { StartOrder } from './start-order.ts'
import { asConfigured } from './started-reference.ts'

/** An embedded environment that has started, or one that was there already. */
export interface Started {
  readonly environment: Environment
  /** Launched while the environment started; the run closes it. */
  readonly browser?: Promise<Browser> | undefined
  /** Only of an environment of our own. */
  readonly expiry?: Expiry | undefined
  readonly stop: () => Promise<void>
}

/** An environment on its way. */
export interface Starting {
  readonly name: string
  readonly started: Promise<Started>
  /** The one finding that is judged anew there; without it everything is judged. */
  readonly only?: string
}

type OnProgress = (line: string) => void

export interface StartOptions {
  readonly onProgress?: OnProgress
  /** Without it everything begins at once. */
  readonly order?: StartOrder
}

/**
 * Begins every environment that can be used, each beside its browser; the embedded one is started.
 * A browser is found, or installed, before anything else is begun.
 */
export const startEnvironments = (
  { environments, settings }: LoadedConfiguration,
  options: StartOptions = {},
): readonly Starting[] => {
  const usable = environments.filter(isUsable)
  const found = usable.some(needsBrowser) ? findOwnBrowser(settings, options.onProgress) : undefined
  const start = async (configured: Usable): Promise<Started> => {
    if (needsBrowser(configured)) await found
    return startEnvironment(configured, { ...options, settings })
  }
  return usable.map((configured) => ({ name: nameOf(configured), started: start(configured) }))
}

const nameOf = (configured: Usable): string =>
  configured.kind === 'ready' ? configured.environment.name : configured.name

type Usable = Exclude<ConfiguredEnvironment, { kind: 'unusable' }>

const isUsable = (configured: ConfiguredEnvironment): configured is Usable =>
  configured.kind !== 'unusable'

const startEnvironment = async (
  configured: Usable,
  opening: StartOptions & { readonly settings: RunSettings },
): Promise<Started> => {
  const mayBlock = opening.order?.threadBegun
  if (configured.kind === 'ready') {
    const { environment } = configured
    const browser = needsBrowser(configured)
      ? warmUp({ ...opening, environment, mayBlock })
      : undefined
    return { environment, browser, stop: async () => {} }
  }
  // Each of these takes some 300 ms, in another thread, another process and this one: they go side by side.
  const { createShared, redirectUri } = await import('../reference/shared.ts')
  const shared = createShared()
  const browser = needsBrowser(configured)
    ? warmUp({ ...opening, environment: { issuer: 'http://localhost', redirectUri }, mayBlock })
    : undefined
  let stop = async (): Promise<void> => {}
  try {
    await opening.order?.runnerBegun
    const { startReference } = await import('../reference/start.ts')
    const reference = await startReference({ shared: await shared })
    stop = reference.stop
    return {
      environment: completeEmbedded(configured.overrides, asConfigured(reference)),
      browser,
      expiry: { client: reference.shortLivedClient },
      stop,
    }
  } catch (error) {
    await Promise.all([closeBrowser(browser), stop()])
    throw error
  }
}

/** Closes a browser that no session has taken over; one that did not start is closed already. */
export const closeBrowser = async (browser: Promise<Browser> | undefined): Promise<void> => {
  await browser?.then((opened) => opened.close()).catch(() => {})
}

const needsBrowser = (configured: Usable): boolean => {
  const login =
    configured.kind === 'ready'
      ? configured.environment.login
      : draftOf(configured.overrides.layers).values.LOGIN
  return login === 'testid' || login === 'minid'
}

/** @throws ConfigurationError where there is none: what to install */
const findOwnBrowser = async (
  settings: RunSettings,
  onProgress: OnProgress | undefined,
): Promise<void> => {
  if (settings.browserWs === undefined) await findBrowser(settings, { onProgress })
}
