import { existsSync } from 'node:fs'
import type { Environment, RunSettings } from '../config/environment.ts'
import type { KeptLogin } from '../login/kept/kept-login.ts'
import { keptLoginPath, openKeptLogins } from '../login/kept/kept-logins.ts'

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
