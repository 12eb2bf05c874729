import type { Browser } from 'playwright'
import type { Environment, RunSettings } from '../config/environment.ts'
import type { CodeMisuse } from '../evidence/login.ts'
import type { Pace } from '../evidence/pace.ts'
import type { KrrScope, Persona } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError, type Send } from '../evidence/transport.ts'
import { createClient } from '../oidc/client.ts'
import type { OnSecret } from '../oidc/client-authentication.ts'
import { discoverProvider } from '../oidc/provider.ts'
import { revokeToken } from '../oidc/token-request.ts'
import { driverFor } from './driver-for.ts'
import { type Flow, runFlow } from './flow.ts'
import { createGrants, createRelinquishing, misuseCodeOf, tokensOf } from './grants.ts'
import type { KeptLogin } from './kept/kept-logins.ts'
import { learnConfigured } from './learn-configured.ts'
import type { LoginBrowser } from './login-browser.ts'
import { loginsByFlow } from './logins.ts'
import { mainPerson } from './main-person.ts'
import { keptLogins, pastedLogins } from './one-login.ts'
import type { Operator } from './operator/operator.ts'
import type { OnScreenshot } from './screenshot.ts'
import type { Session, ShortLivedClient, Tokens } from './session.ts'
import { attemptSilently } from './silent-login.ts'

export interface OpenSessionOptions {
  readonly environment: Environment
  readonly settings: RunSettings
  readonly send: Send
  /** What names the harness in requests that go neither through `send` nor through a page. */
  readonly userAgent: string
  /** The personidentifikator of each persona that is configured. */
  readonly pids: Readonly<Partial<Record<Persona, string>>>
  readonly onProgress?: ((line: string) => void) | undefined
  /** Gets a masked picture of the page where a login stopped; never in production, never with an operator. */
  readonly onScreenshot?: OnScreenshot | undefined
  /** When what is sent past `send` may be; without it at once. */
  readonly pace?: Pace | undefined
  readonly onSecret: OnSecret
  /** Where the environment has one: its tokens are the ones that are left to expire. */
  readonly shortLivedClient?: ShortLivedClient | undefined
  /** Launched before the environment was known; the session closes it. */
  readonly browser?: LoginBrowser | undefined
  /** The operator's window, opened before the environment was known; the session closes it. */
  readonly window?: Promise<Browser> | undefined
  /** Who logs in with `LOGIN=operator`; without it a window opens, and nothing is told. */
  readonly operator?: Operator | undefined
  /** A login of the main person's that was made beforehand. */
  readonly kept?: KeptLogin | undefined
}

/**
 * Opens a session with an environment. Discovery and the browser's launch begin at once; the first login
 * begins when it is asked for. All secrets stay in memory, and `onSecret` hears of each.
 * @throws ConfigurationError where an operator is to log in and has no way to
 */
export const openSession = (options: OpenSessionOptions): Session => {
  const { environment, send, pids, kept } = options
  const refreshTokens = new Set<string>()
  const onSecret: OnSecret = (kind, value) => {
    if (kind === 'refresh token') refreshTokens.add(value)
    options.onSecret(kind, value)
  }
  learnConfigured(options)
  const interruption = new AbortController()
  const { driver, way } = driverFor({
    ...options,
    onSecret,
    pidOf: (persona) => pidOf(environment, pids, persona),
    isMainExpected: kept === undefined && (environment.login === 'operator' || 'MAIN' in pids),
    interrupted: interruption.signal,
  })
  const provider = discoverProvider({ ...environment, send, onSecret })
  const client = provider.then((found) =>
    createClient({ environment, provider: found, send, onSecret }),
  )
  // Nobody may be waiting yet: whoever asks first hears of it.
  provider.catch(() => {})
  client.catch(() => {})

  const isOperator = environment.login === 'operator'
  const main = mainPerson(isOperator ? kept?.pid : pids.MAIN, { isLearnt: isOperator })
  const flowOptions = async (persona: Persona, scopes: readonly KrrScope[]) => ({
    client: await client,
    driver,
    persona,
    expectedPid: isOperator ? undefined : pidOf(environment, pids, persona),
    scopes,
  })
  const run = async (persona: Persona, scopes: readonly KrrScope[]): Promise<Flow> =>
    main.meet(await runFlow(await flowOptions(persona, scopes)))
  const grants = createGrants({ client: () => client, run })
  const oneLogin = { ...options, onSecret, usual: grants, provider, client: () => client, main }
  const logins =
    kept !== undefined
      ? keptLogins({ ...oneLogin, kept })
      : way === 'paste'
        ? pastedLogins(oneLogin)
        : loginsByFlow(grants)
  const tokensAnew: Session['tokensAnew'] = async (persona, scopes) =>
    tokensOf(await run(persona, scopes))
  const ownLoginRefusal = (): string | undefined =>
    isOperator && (way === 'paste' || (kept !== undefined && driver.formLogins === 0))
      ? 'it takes a login of its own, which the person is not asked for; where they log in during the run, in a window (DISPLAY), it comes silently'
      : undefined
  const requireOwnLogin = (): void => {
    const refusal = ownLoginRefusal()
    if (refusal !== undefined)
      throw new EvidenceUnavailableError(refusal, { verdict: 'not-exercised' })
  }

  const shortLived = async ({ id, secret }: ShortLivedClient): Promise<Tokens> => {
    onSecret('client secret', secret)
    const own: Environment = {
      ...environment,
      clientId: id,
      clientAuthentication: { method: 'client_secret', secret },
    }
    const flow = await runFlow({
      ...(await flowOptions('MAIN', environment.scopes)),
      client: await createClient({ environment: own, provider: await provider, send, onSecret }),
    })
    return tokensOf(main.meet(flow))
  }
  const letExpire = (): Promise<Tokens> =>
    options.shortLivedClient === undefined || ownLoginRefusal() !== undefined
      ? logins.first('MAIN', environment.scopes)
      : shortLived(options.shortLivedClient)
  let toExpire: Promise<Tokens> | undefined

  return {
    provider: async () => (await provider).reading,
    login: logins.reading,
    tokens: logins.tokens,
    async ownTokens(persona, scopes) {
      requireOwnLogin()
      return tokensAnew(persona, scopes)
    },
    tokensAnew,
    tokensToExpire: () => {
      toExpire ??= letExpire()
      toExpire.catch(() => {})
      return toExpire
    },
    silentAttempt: async () => attemptSilently(await client, send, environment.scopes.slice(0, 1)),
    async misuseCode(misuse: CodeMisuse['misuse']) {
      requireOwnLogin()
      return misuseCodeOf(misuse, await flowOptions('MAIN', environment.scopes.slice(0, 1)))
    },
    revoke: async (token) => revokeToken(await client, token),
    get formLogins() {
      return driver.formLogins
    },
    get mainPid() {
      return main.pid
    },
    heldGrants: logins.current,
    relinquish: createRelinquishing({
      client: () => client,
      tokens: () => (isOperator || kept !== undefined ? refreshTokens : new Set()),
    }),
    interrupt: () => interruption.abort(),
    close: () => driver.close(),
  }
}

const pidOf = (
  { keyName }: Environment,
  pids: OpenSessionOptions['pids'],
  persona: Persona,
): string => {
  const pid = pids[persona]
  if (pid !== undefined) return pid
  const key = persona === 'MAIN' ? `KRR_${keyName}_PID` : `KRR_${keyName}_PID_${persona}`
  throw new EvidenceUnavailableError(`no test user ${persona} is configured (${key})`, {
    verdict: 'not-applicable',
  })
}
