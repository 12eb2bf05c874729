import { existsSync } from 'node:fs'
import type { Environment, RunSettings } from '../config/environment.ts'
import { contentJson } from '../evidence/exchange.ts'
import { valueAt } from '../evidence/json.ts'
import type { LoginReading } from '../evidence/login.ts'
import { type Persona, personas } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { combinationsOf } from '../krr/person-api.ts'
import { type KeptLogin, keptLoginPath, openKeptLogins } from '../login/kept/kept-logins.ts'
import { maskReading } from '../login/kept/masked-reading.ts'
import type { HeldGrant } from '../login/session.ts'
import type { Connection } from './connection.ts'

/** What ID-porten's refresh tokens live without being used, where the response does not say (docs/adr/0022). */
const usualLifetimeSeconds = 600

/** A login ready to be kept, and until when that is of use. */
interface LoginBeforehand {
  readonly login: KeptLogin
  readonly expiresAt: Date
}

/**
 * Logs the main person in for every combination of scopes and gives what may be kept of it: refresh tokens, and the
 * exchanges as they are recorded, masked.
 * @throws EvidenceUnavailableError where the login does not come about, or yields no refresh token
 */
export const logInBeforehand = async (
  connection: Connection,
  pseudonymKey: Uint8Array,
): Promise<LoginBeforehand> => {
  const { session, masker, environment, recorded } = connection
  const madeAt = new Date()
  await session.tokens('MAIN', environment.scopes)
  const combinations = combinationsOf(environment.scopes)
  await Promise.allSettled(combinations.map((scopes) => session.tokens('MAIN', scopes)))
  const grants = distinct(await session.heldGrants())
  if (grants.length === 0) {
    throw new EvidenceUnavailableError(
      `ID-porten gave no refresh token, so there is nothing to keep: register the client (KRR_${environment.keyName}_CLIENT_ID) for the grant type refresh_token`,
    )
  }
  const found = await Promise.all(
    combinations.map(async (scopes) => ({
      scopes,
      reading: await session.login('MAIN', scopes).catch(() => undefined),
    })),
  )
  const readings = found.flatMap(({ scopes, reading }) =>
    reading === undefined ? [] : [{ scopes, reading }],
  )
  return {
    expiresAt: new Date(Math.min(...readings.map(({ reading }) => expiryOf(reading)))),
    login: {
      madeAt: madeAt.toISOString(),
      pid: environment.login === 'operator' ? session.mainPid : undefined,
      grants,
      readings: readings.map(({ scopes, reading }) => maskReading(reading, scopes, masker)),
      exchanges: recorded,
      pseudonymKey: Buffer.from(pseudonymKey).toString('base64'),
    },
  }
}

/** One for each combination of scopes, the one that was used last. */
const distinct = (grants: readonly HeldGrant[]): readonly HeldGrant[] => {
  const keys = grants.map(({ scopes }) => [...scopes].sort().join(' '))
  return grants.filter((_, at) => keys.indexOf(keys[at] ?? '') === at)
}

const expiryOf = ({ token }: LoginReading): number => {
  const stated = valueAt(contentJson(token.response), 'refresh_token_expires_in')
  const seconds = typeof stated === 'number' && stated > 0 ? stated : usualLifetimeSeconds
  return token.receivedAt + seconds * 1_000
}

/**
 * Logs in whom the suites will ask for, in the order in which they will, while the test runner still starts and
 * while others are judged. What fails here is said when it is asked for.
 */
export const logInAhead = async ({ session, environment }: Connection): Promise<void> => {
  // The person is asked for the one login that everything else comes through.
  if (environment.login === 'operator')
    await session.login('MAIN', environment.scopes).catch(() => {})
  const logins = combinationsOf(environment.scopes).map((scopes) => session.login('MAIN', scopes))
  const all = Promise.allSettled(logins)
  await Promise.allSettled(logins.slice(0, 1))
  // Once there is a session: the end of the run waits for this token to expire.
  await Promise.allSettled([session.tokensToExpire(), all])
  if (environment.login === 'operator') return
  const others = Object.keys(environment.personas).filter(isPersona)
  await Promise.allSettled(others.map((persona) => session.tokens(persona, environment.scopes)))
}

const isPersona = (name: string): name is Persona => personas.some((persona) => persona === name)

/**
 * Takes the login that `krr login` has kept for the environment; it lies nowhere any more when this gives it. What is
 * of no use is said, and the run logs in by itself.
 */
export const takeKeptLogin = (
  environment: Environment,
  { stateDir, stateKey }: Pick<RunSettings, 'stateDir' | 'stateKey'>,
  tell?: (line: string) => void,
): KeptLogin | undefined => {
  const path = keptLoginPath(stateDir, environment)
  if (!existsSync(path)) return undefined
  const say = (line: string) => tell?.(`${environment.name}: ${line}`)
  if (stateKey === undefined) {
    say('a login is kept, but KRR_STATE_KEY is not set, so it stays closed; logging in anew')
    return undefined
  }
  const found = openKeptLogins(stateDir, environment, stateKey).take(new Date())
  if (found.kind === 'useless')
    say(`the login that is kept is not used: ${found.because}; logging in anew`)
  if (found.kind !== 'kept') return undefined
  say(`uses the login that was made at ${found.login.madeAt}; it is not kept any longer`)
  return found.login
}
