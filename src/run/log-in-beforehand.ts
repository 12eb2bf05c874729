import { valueAt } from '../evidence/json.ts'
import type { LoginReading } from '../evidence/login.ts'
import { contentJson } from '../evidence/message.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import { combinationsOf } from '../krr/scope-combinations.ts'
import type { KeptLogin } from '../login/kept/kept-login.ts'
import { maskReading } from '../login/kept/masked-reading.ts'
import type { HeldGrant } from '../login/session.ts'
import type { Connection } from './connection.ts'

/** What ID-porten's refresh tokens live without being used, where the response does not say (docs/adr/0022). */
const usualLifetimeSeconds = 600

/** A login ready to be kept, and until when that is of use. */
export interface LoginBeforehand {
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
