import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { EvidenceUnavailableError } from '../../evidence/transport.ts'
import { type KeptLogins, openKeptLogins } from '../../login/kept/kept-logins.ts'
import { revokeKept } from '../../login/kept/revoke-kept.ts'
import { timeOfDay } from '../../login/operator/operator.ts'
import { type ExitCode, exitCodes } from '../../report/exit-code.ts'
import { logInBeforehand } from '../../run/log-in-beforehand.ts'
import { pseudonymKeyFor } from '../../run/pseudonym-key.ts'
import type { Command, Terminal } from '../command.ts'
import { connected, type OneEnvironment, oneEnvironment, openSend } from '../one-environment.ts'

const help = `Usage: npm run krr -- login --env NAME [options]

Logs in now, by KRR_<NAME>_LOGIN, for a run that begins within minutes: npm test -- --env NAME then needs nobody at
hand. A person who logs in by themselves (operator) does so in a window, or pastes an address at the terminal.

What is kept, in KRR_STATE_DIR/logins/NAME.json (mode 0600): the refresh tokens, which end 600 s after the login unless
ID-porten says otherwise, the operator's number, and the login's exchanges, masked. All of it is encrypted by
KRR_STATE_KEY (AES-256-GCM), and opens for this environment, client and issuer alone; without that key nothing is kept.
The next run deletes the file before it uses what was in it, and revokes the tokens when it ends. Rules that need the
tokens of the login itself are not exercised then.

Options
  --env <name>      the environment
  --forget          revokes and deletes what is kept, and logs nobody in
  -h, --help        this text

Exit codes: 0 kept (or nothing is kept any more), 2 usage or configuration, 3 the login did not come about.`

/** A login beforehand: `krr login`. */
export const loginCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: { env: { type: 'string' }, forget: { type: 'boolean' } },
    })
    const one = oneEnvironment('login', { env: values.env })
    const { environment, settings } = one
    const { stateKey, stateDir } = settings
    if (stateKey === undefined) {
      throw new ConfigurationError([
        'KRR_STATE_KEY must be set to keep a login: what is kept is encrypted by it, and nothing is kept in clear; ' +
          'make one with openssl rand -base64 32 and set it in .env (see .env.example)',
      ])
    }
    const kept = openKeptLogins(stateDir, environment, stateKey)
    if (values.forget === true) return forget(kept, one, terminal)
    await forgetQuietly(kept, one, terminal)
    return logIn(kept, one, terminal)
  },
}

const logIn = async (
  kept: KeptLogins,
  one: OneEnvironment,
  terminal: Terminal,
): Promise<ExitCode> => {
  const { environment, settings } = one
  const { name } = environment
  const pseudonymKey = pseudonymKeyFor(environment, settings)
  try {
    const { login, expiresAt } = await connected(
      one,
      terminal,
      (connection) => logInBeforehand(connection, pseudonymKey),
      { pseudonymKey, prefix: 'k' },
    )
    kept.keep(login, expiresAt)
    const seconds = Math.round((expiresAt.getTime() - Date.now()) / 1_000)
    const count =
      login.grants.length === 1 ? '1 refresh token' : `${login.grants.length} refresh tokens`
    terminal.out(`${name}: logged in; kept until ${timeOfDay(expiresAt)} (${seconds} s)`)
    terminal.out(`  kept        ${shown(kept)}: ${count} and the masked exchanges, encrypted`)
    terminal.out(
      `  use it      npm test -- --env ${name}      (deletes it, and revokes the tokens at its end)`,
    )
    terminal.out(`  or not      npm run krr -- login --env ${name} --forget`)
    return exitCodes.conformant
  } catch (error) {
    if (!(error instanceof EvidenceUnavailableError)) throw error
    terminal.err(`No login: ${error.message}; nothing is kept`)
    return exitCodes.inconclusive
  }
}

const forget = async (
  kept: KeptLogins,
  one: OneEnvironment,
  terminal: Terminal,
): Promise<ExitCode> => {
  const { name } = one.environment
  const said = await forgotten(kept, one)
  terminal.out(`${name}: ${said ?? 'no login was kept'}`)
  return exitCodes.conformant
}

/** A login that nobody used is not left behind by the next one. */
const forgetQuietly = async (
  kept: KeptLogins,
  one: OneEnvironment,
  terminal: Terminal,
): Promise<void> => {
  const said = await forgotten(kept, one)
  if (said !== undefined) terminal.err(`${one.environment.name}: ${said}`)
}

/** Deletes what is kept and says what became of its tokens; undefined where nothing was. */
const forgotten = async (kept: KeptLogins, one: OneEnvironment): Promise<string | undefined> => {
  const found = kept.take(new Date())
  if (found.kind === 'none') return undefined
  kept.remove()
  if (found.kind === 'useless')
    return `what was kept is deleted; its tokens could not be revoked, and expire by themselves (${found.because})`
  const { grants, madeAt } = found.login
  const { send, close } = openSend(one)
  try {
    const { revoked } = await revokeKept(found.login, { environment: one.environment, send })
    return `the login of ${madeAt} is deleted; ${revoked} of ${grants.length} tokens were revoked`
  } catch (error) {
    if (!(error instanceof EvidenceUnavailableError)) throw error
    return `the login of ${madeAt} is deleted; its tokens could not be revoked (${error.message}), and expire by themselves`
  } finally {
    await close()
  }
}

const shown = ({ path }: KeptLogins): string => {
  const below = relative(process.cwd(), path)
  return below.startsWith('..') ? path : below
}
