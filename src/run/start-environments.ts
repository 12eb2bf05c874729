import type { Browser } from 'playwright-core'
import { findBrowser } from '../browser/find-browser.ts'
import type { ConfiguredEnvironment } from '../config/configured-environment.ts'
import { draftOf } from '../config/draft.ts'
import { completeEmbedded } from '../config/embedded.ts'
import type { Environment, RunSettings } from '../config/environment.ts'
import type { LoadedConfiguration } from '../config/load.ts'
import { warmUp } from '../login/warm-up.ts'
import type { Expiry } from './expiry.ts'
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

type OnProgress = (line: string) => void

/**
 * Begins every environment that can be used, each beside its browser; the embedded one is started.
 * A browser is found, or installed, before anything else is begun.
 */
export const startEnvironments = (
  { environments, settings }: LoadedConfiguration,
  onProgress?: OnProgress,
): readonly Promise<Started>[] => {
  const usable = environments.filter(({ kind }) => kind !== 'unusable')
  const found = usable.some(needsBrowser) ? findOwnBrowser(settings, onProgress) : undefined
  return usable.map(async (configured) => {
    if (needsBrowser(configured)) await found
    return startEnvironment(configured, settings, onProgress)
  })
}

const startEnvironment = async (
  configured: ConfiguredEnvironment,
  settings: RunSettings,
  onProgress?: OnProgress,
): Promise<Started> => {
  const opening = { settings, ...(onProgress === undefined ? {} : { onProgress }) }
  if (configured.kind === 'unusable') throw new UnusableEnvironmentError(configured.name)
  if (configured.kind === 'ready') {
    const { environment } = configured
    const browser = needsBrowser(configured) ? warmUp({ ...opening, environment }) : undefined
    return { environment, browser, stop: async () => {} }
  }
  // Each of these takes some 300 ms, in another thread, another process and this one: they go side by side.
  const { createShared } = await import('../reference/shared.ts')
  const shared = createShared()
  const browser = needsBrowser(configured)
    ? warmUp({ ...opening, environment: embeddedAddresses })
    : undefined
  try {
    const { startReference } = await import('../reference/start.ts')
    const reference = await startReference({ shared: await shared })
    return {
      environment: completeEmbedded(configured.overrides, asConfigured(reference)),
      browser,
      expiry: { client: reference.shortLivedClient },
      stop: () => reference.stop(),
    }
  } catch (error) {
    await browser?.then((opened) => opened.close()).catch(() => {})
    throw error
  }
}

/** What a browser must know of the embedded environment before that has started. */
const embeddedAddresses = {
  issuer: 'http://localhost',
  redirectUri: 'http://localhost:3000/callback',
} as const

const needsBrowser = (configured: ConfiguredEnvironment): boolean => {
  if (configured.kind === 'unusable') return false
  const login =
    configured.kind === 'ready'
      ? configured.environment.login
      : draftOf(configured.overrides.layers).values.LOGIN
  return login !== 'headless'
}

/** @throws ConfigurationError where there is none: what to install */
const findOwnBrowser = async (
  settings: RunSettings,
  onProgress: OnProgress | undefined,
): Promise<void> => {
  if (settings.browserWs === undefined) await findBrowser(settings, { onProgress })
}

/** Somebody asked to start what cannot be used: a fault of the caller. */
class UnusableEnvironmentError extends Error {
  override readonly name = 'UnusableEnvironmentError'
  readonly code = 'UNUSABLE_ENVIRONMENT'
}
