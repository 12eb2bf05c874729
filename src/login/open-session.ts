import type { Browser } from 'playwright-core'
import { ConfigurationError } from '../config/configuration-error.ts'
import type { Environment, RunSettings } from '../config/environment.ts'
import type { CodeMisuse } from '../evidence/login.ts'
import { type KrrScope, krrScopes, type Persona } from '../evidence/person-reading.ts'
import type { Send } from '../evidence/transport.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import { createClient } from '../oidc/client.ts'
import { discoverProvider } from '../oidc/provider.ts'
import { revokeToken } from '../oidc/revocation-request.ts'
import type { OnSecret } from '../oidc/secrets.ts'
import { browserLogin } from './browser-login.ts'
import { type Flow, runFlow } from './flow.ts'
import { createGrants, tokensOf } from './grants.ts'
import { headlessLogin } from './headless-login.ts'
import { learnConfigured } from './learn-configured.ts'
import type { LoginDriver } from './login-driver.ts'
import { misuseCodeOf } from './misuse-code.ts'
import type { OnScreenshot } from './screenshot.ts'
import type { Session, ShortLivedClient, Tokens } from './session.ts'
import { attemptSilently } from './silent-attempt.ts'
import { pagelessRequests, warmUp } from './warm-up.ts'

export interface OpenSessionOptions {
  readonly environment: Environment
  readonly settings: RunSettings
  readonly send: Send
  /** The personidentifikator of each persona that is configured. */
  readonly pids: Readonly<Partial<Record<Persona, string>>>
  readonly onProgress?: ((line: string) => void) | undefined
  /** Gets a masked picture of the page where a login stopped; never in production. */
  readonly onScreenshot?: OnScreenshot | undefined
  readonly onSecret: OnSecret
  /** Where the environment has one: its tokens are the ones that are left to expire. */
  readonly shortLivedClient?: ShortLivedClient | undefined
  /** A browser warmed up before the environment was known; the session closes it. */
  readonly browser?: Promise<Browser> | undefined
}

/**
 * Opens a session with an environment. Discovery and the browser's launch begin at once; the first login
 * begins when it is asked for. All secrets stay in memory, and `onSecret` hears of each.
 * @throws ConfigurationError where the login method is not available
 */
export const openSession = (options: OpenSessionOptions): Session => {
  const { environment, send, pids, onSecret } = options
  learnConfigured(options)
  const driver = driverFor(options)
  const provider = discoverProvider({ ...environment, send, onSecret })
  const client = provider.then((found) =>
    createClient({ environment, provider: found, send, onSecret }),
  )
  // Nobody may be waiting yet: whoever asks first hears of it.
  provider.catch(() => {})
  client.catch(() => {})

  const flowOptions = async (persona: Persona, scopes: readonly KrrScope[]) => ({
    client: await client,
    driver,
    persona,
    expectedPid: pidOf(environment, pids, persona),
    scopes,
  })
  const run = async (persona: Persona, scopes: readonly KrrScope[]): Promise<Flow> =>
    runFlow(await flowOptions(persona, scopes))
  const grants = createGrants({ client: () => client, run })

  const shortLived = async ({ id, secret }: ShortLivedClient): Promise<Flow> => {
    onSecret('client secret', secret)
    const own: Environment = {
      ...environment,
      clientId: id,
      clientAuthentication: { method: 'client_secret', secret },
    }
    return runFlow({
      ...(await flowOptions('MAIN', krrScopes)),
      client: await createClient({ environment: own, provider: await provider, send, onSecret }),
    })
  }
  const letExpire = (): Promise<Flow> =>
    options.shortLivedClient === undefined
      ? grants.flow('MAIN', krrScopes)
      : shortLived(options.shortLivedClient)
  let toExpire: Promise<Tokens> | undefined

  return {
    provider: async () => (await provider).reading,
    login: async (persona, scopes) => (await grants.flow(persona, scopes)).reading,
    tokens: (persona, scopes) => grants.tokens(persona, scopes),
    ownTokens: async (persona, scopes) => tokensOf(await run(persona, scopes)),
    tokensToExpire: () => {
      toExpire ??= letExpire().then(tokensOf)
      toExpire.catch(() => {})
      return toExpire
    },
    silentAttempt: async () => attemptSilently(await client, send),
    misuseCode: async (misuse: CodeMisuse['misuse']) =>
      misuseCodeOf(misuse, await flowOptions('MAIN', ['krr:user/kontaktinformasjon.read'])),
    revoke: async (token) => revokeToken(await client, token),
    get formLogins() {
      return driver.formLogins
    },
    close: () => driver.close(),
  }
}

const driverFor = (options: OpenSessionOptions): LoginDriver => {
  const { environment, pids } = options
  const persona = { pidOf: (name: Persona) => pidOf(environment, pids, name) }
  switch (environment.login) {
    case 'headless':
      return headlessLogin({ ...options, ...persona })
    case 'testid':
    case 'minid':
      return browserLogin({
        ...options,
        ...persona,
        expected: pids.MAIN === undefined ? [] : ['MAIN'],
        browser: options.browser ?? warmUp(options),
        openRequests: pagelessRequests(options),
      })
    case 'operator':
      throw new ConfigurationError([
        `KRR_${environment.keyName}_LOGIN=operator is not available in this version; use testid, minid or ` +
          'headless against a test environment, set in .env (see .env.example)',
      ])
    default:
      return environment.login satisfies never
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
