import type { Browser } from 'playwright'
import { hasDisplay, thisHost } from '../browser/host.ts'
import { ConfigurationError } from '../config/configuration-error.ts'
import type { Environment, RunSettings } from '../config/environment.ts'
import type { Pace } from '../evidence/pace.ts'
import type { Persona } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError, type Send } from '../evidence/transport.ts'
import type { OnSecret } from '../oidc/client-authentication.ts'
import { headlessLogin } from './headless-login.ts'
import { type LoginBrowser, openLoginBrowser } from './login-browser.ts'
import type { LoginDriver } from './login-driver.ts'
import {
  noWay,
  type Operator,
  type OperatorWay,
  operatorWaitsMs,
  operatorWay,
  refuseOthers,
} from './operator/operator.ts'
import { pasteLogin } from './operator/paste-login.ts'
import { windowLogin } from './operator/window-login.ts'
import type { OnScreenshot } from './screenshot.ts'
import { isChecked, warmUp } from './warm-up.ts'

export interface DriverOptions {
  readonly environment: Environment
  readonly settings: RunSettings
  readonly send: Send
  readonly pidOf: (persona: Persona) => string
  /** Whether the main person will be logged in at once. */
  readonly isMainExpected: boolean
  /** Launched before, for the forms; without it one is launched now. */
  readonly browser?: LoginBrowser | undefined
  /** A window for the operator that was opened before. */
  readonly window?: Promise<Browser> | undefined
  readonly operator?: Operator | undefined
  readonly onProgress?: ((line: string) => void) | undefined
  readonly onScreenshot?: OnScreenshot | undefined
  /** When what is sent without a page may be. */
  readonly pace?: Pace | undefined
  readonly onSecret: OnSecret
  readonly interrupted: AbortSignal
  /** What names the harness where no browser does. */
  readonly userAgent: string
}

/** The user agent's part for the environment's way to log in, and by which way an operator does. */
export interface ChosenDriver {
  readonly driver: LoginDriver
  readonly way?: OperatorWay | undefined
}

/**
 * Chooses how people log in.
 * @throws ConfigurationError where an operator is to log in and has no way to
 */
export const driverFor = (options: DriverOptions): ChosenDriver => {
  const { environment } = options
  switch (environment.login) {
    case 'headless':
      return { driver: headlessLogin(options) }
    case 'testid':
    case 'minid':
      return {
        driver: (options.browser ?? openLoginBrowser(options)).logIn({
          ...options,
          expected: options.isMainExpected ? ['MAIN'] : [],
        }),
      }
    case 'operator':
      return operatorDriver(options)
    default:
      return environment.login satisfies never
  }
}

const operatorDriver = (options: DriverOptions): ChosenDriver => {
  const { environment, settings, operator = tellsNobody, window, isMainExpected } = options
  const surroundings = surroundingsOf(settings, operator)
  const way = window === undefined ? operatorWay(surroundings) : 'window'
  const common = { ...options, operator, waitsMs: operatorWaitsMs }
  const { readLine } = operator
  if (way === 'paste' && readLine !== undefined) {
    return { way, driver: pasteLogin({ ...common, readLine }) }
  }
  if (way === 'window') {
    const openBrowser = () => window ?? warmUp({ ...options, isWindow: true })
    return { way, driver: windowLogin({ ...common, openBrowser, isChecked: isChecked(options) }) }
  }
  const problem = noWay(environment, surroundings)
  if (isMainExpected) throw new ConfigurationError([problem])
  return { driver: nobodyCanLogIn(environment, problem) }
}

/** What of this machine decides how an operator logs in. */
export const surroundingsOf = (
  { browserWs }: Pick<RunSettings, 'browserWs'>,
  operator: Operator | undefined,
) => ({
  hasDisplay: hasDisplay(thisHost()),
  isRemoteBrowser: browserWs !== undefined,
  canPaste: operator?.readLine !== undefined,
})

const tellsNobody: Operator = { tell: () => {} }

/** With a login that was made beforehand nobody need be there. */
const nobodyCanLogIn = (environment: Environment, problem: string): LoginDriver => ({
  async authorize(persona) {
    refuseOthers(persona, environment)
    throw new EvidenceUnavailableError(problem, { obstacle: { kind: 'operator' } })
  },
  formLogins: 0,
  close: async () => {},
})
