import type { Browser } from 'playwright'
import { type BrowserKind, findBrowser } from '../browser/find-browser.ts'
import type { ConfiguredEnvironment } from '../config/configured-environment.ts'
import { completeEmbedded } from '../config/embedded.ts'
import type { Environment, RunSettings } from '../config/environment.ts'
import type { LoadedConfiguration } from '../config/load.ts'
import { loginOf, logsInByForms } from '../config/login-of.ts'
import { surroundingsOf } from '../login/driver-for.ts'
import type { KeptLogin } from '../login/kept/kept-logins.ts'
import { type Launch, type LoginBrowser, openLoginBrowser } from '../login/login-browser.ts'
import { type Operator, operatorWay } from '../login/operator/operator.ts'
import type { LoginThread } from '../login/thread/begin-thread.ts'
import { warmUp } from '../login/warm-up.ts'
import type { Expiry } from './expiry.ts'
import { takeKeptLogin } from './log-in-beforehand.ts'
import type { StartOrder } from './start-order.ts'
import { asConfigured } from './started-reference.ts'

/** An embedded environment that has started, or one that was there already. */
export interface Started {
  readonly environment: Environment
  /** Launched while the environment started, for the forms; the run closes it. */
  readonly browser?: LoginBrowser | undefined
  /** Opened meanwhile for the operator; the run closes it. */
  readonly window?: Promise<Browser> | undefined
  /** Only of an environment of our own. */
  readonly expiry?: Expiry | undefined
  /** A login that was made beforehand. */
  readonly kept?: KeptLogin | undefined
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
  /** Drives the browsers that forms are filled in with; without it this thread does. */
  readonly logins?: LoginThread | undefined
  /** Who logs in with `LOGIN=operator`. */
  readonly operator?: Operator | undefined
  /** Whether a login that `krr login` has kept is used up. */
  readonly takesKeptLogin?: boolean
}

/**
 * Begins every environment that can be used, each beside its browser; the embedded one is started.
 * A browser is found, or installed, before anything else is begun.
 */
export const startEnvironments = (
  { environments, settings }: LoadedConfiguration,
  options: StartOptions = {},
): readonly Starting[] => {
  const { onProgress, operator } = options
  // In a line of its own, that no progress is drawn over.
  const tell = operator === undefined ? onProgress : (line: string) => operator.tell([line])
  const planned = environments.filter(isUsable).map((configured): Plan => {
    const kept =
      options.takesKeptLogin === true && configured.kind === 'ready'
        ? takeKeptLogin(configured.environment, settings, tell)
        : undefined
    return { configured, kept, browser: browserOf(configured, settings, { operator, kept }) }
  })
  const finding = new Map<BrowserKind, Promise<void>>()
  for (const { browser } of planned)
    if (browser !== undefined && !finding.has(browser))
      finding.set(browser, findOwnBrowser(settings, browser, onProgress))
  const start = async (plan: Plan): Promise<Started> => {
    if (plan.browser !== undefined) await finding.get(plan.browser)
    return startEnvironment(plan, { ...options, settings })
  }
  return planned.map((plan) => ({ name: nameOf(plan.configured), started: start(plan) }))
}

/** An environment that can be used, with what its logins need. */
interface Plan {
  readonly configured: Usable
  readonly kept: KeptLogin | undefined
  /** The browser that is launched at once; undefined: none. */
  readonly browser: BrowserKind | undefined
}

const nameOf = (configured: Usable): string =>
  configured.kind === 'ready' ? configured.environment.name : configured.name

type Usable = Exclude<ConfiguredEnvironment, { kind: 'unusable' }>

const isUsable = (configured: ConfiguredEnvironment): configured is Usable =>
  configured.kind !== 'unusable'

const startEnvironment = async (
  { configured, kept, browser: kind }: Plan,
  opening: StartOptions & { readonly settings: RunSettings },
): Promise<Started> => {
  const openBrowser = (launch: Launch): LoginBrowser =>
    opening.logins?.open(launch) ?? openLoginBrowser(launch)
  if (configured.kind === 'ready') {
    const { environment } = configured
    const launch = { ...opening, environment }
    const browser = kind === 'any' ? openBrowser(launch) : undefined
    const window = kind === 'with a window' ? warmUp({ ...launch, isWindow: true }) : undefined
    return { environment, browser, window, kept, stop: async () => {} }
  }
  // Each of these takes some 300 ms, in another thread, another process and this one: they go side by side.
  const { createShared, redirectUri } = await import('../reference/shared.ts')
  const shared = createShared()
  const browser =
    kind === 'any'
      ? openBrowser({
          ...opening,
          environment: { issuer: 'http://localhost', redirectUri },
        })
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
      expiry: { client: reference.shortLivedClient, letTimePass: reference.letTimePass },
      stop,
    }
  } catch (error) {
    await Promise.all([browser?.close(), stop()])
    throw error
  }
}

/** The browser that an environment's logins begin in. */
const browserOf = (
  configured: Usable,
  settings: RunSettings,
  { operator, kept }: { readonly operator: Operator | undefined; readonly kept: unknown },
): BrowserKind | undefined => {
  if (logsInByForms(configured)) return 'any'
  if (loginOf(configured) !== 'operator' || kept !== undefined) return undefined
  const way = operatorWay(surroundingsOf(settings, operator))
  return way === 'window' ? 'with a window' : undefined
}

/** @throws ConfigurationError where there is none: what to install */
const findOwnBrowser = async (
  settings: RunSettings,
  kind: BrowserKind,
  onProgress: OnProgress | undefined,
): Promise<void> => {
  if (settings.browserWs === undefined) await findBrowser(settings, { kind, onProgress })
}
