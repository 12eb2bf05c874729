import { parseArgs } from 'node:util'
import { restoreCommand as commandFor } from '../../config/problem.ts'
import { nationalWrite } from '../../config/warnings.ts'
import { EvidenceUnavailableError } from '../../evidence/transport.ts'
import { type ExitCode, exitCodes } from '../../report/exit-code.ts'
import { strangersTo } from '../../run/connection.ts'
import { type Journal, JournalError, openJournal } from '../../run/journal.ts'
import { openLock, waitForTurn } from '../../run/lock.ts'
import { restoreLanguage } from '../../run/restore.ts'
import type { Command, Terminal } from '../command.ts'
import { connected, type OneEnvironment, oneEnvironment } from '../one-environment.ts'

const help = `Usage: npm run krr -- restore --env NAME [options]

Puts the language back that a run found and, killed on the way, did not put back. The journal in KRR_STATE_DIR says
what it was; without one there is nothing to do. A run that is under way is waited for. With KRR_<NAME>_LOGIN=operator,
whoever was logged in in that run has to log in: what was found with one person is not written to another. The
journal recognises the test user by the client's secret. If you have rotated the secret, confirm with --same-person.

Options
  --env <name>                    the environment
  --confirm-national-register     with KRR_<NAME>_ALLOW_WRITE=true: allows writing to production
  --same-person                   it is the same person as in that run, and only a secret or key was changed since
  -h, --help                      this text

Exit codes: 0 nothing is left changed, 2 usage or configuration, 3 another run is at it, 5 it is not put back.`

/** Puts the register back as it was found: `krr restore`. */
export const restoreCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        env: { type: 'string' },
        'confirm-national-register': { type: 'boolean' },
        'same-person': { type: 'boolean' },
      },
    })
    const one = oneEnvironment('restore', {
      env: values.env,
      confirmNationalRegister: values['confirm-national-register'],
    })
    const { name } = one.environment
    for (const line of nationalWrite(one.environment)) terminal.err(`warning: ${line}`)
    try {
      const turn = await waitForTurn({
        lock: openLock(one.settings.stateDir, one.environment),
        runId: 'krr restore',
        onProgress: (line) => terminal.err(`${name}: ${line}`),
      })
      const journal = openJournal(one.settings.stateDir, one.environment)
      const isVouchedFor = values['same-person'] ?? false
      return await putBack(one, { journal, isVouchedFor }, terminal).finally(() => turn.end())
    } catch (error) {
      const isUnreadable = error instanceof JournalError
      if (!isUnreadable && !(error instanceof EvidenceUnavailableError)) throw error
      terminal.err(`${name}: ${error.message}`)
      return isUnreadable ? exitCodes.notRestored : exitCodes.inconclusive
    }
  },
}

const putBack = async (
  one: OneEnvironment,
  { journal, isVouchedFor }: { readonly journal: Journal; readonly isVouchedFor: boolean },
  terminal: Terminal,
): Promise<ExitCode> => {
  const { name, production, allowWrite, writeRefusal } = one.environment
  const others = journal.others()
  for (const line of others) terminal.err(`${name}: ${line}`)
  if (journal.read() === undefined) {
    terminal.out(`${name}: no journal, so nothing was left changed`)
    return others.length > 0 ? exitCodes.notRestored : exitCodes.conformant
  }
  if (!allowWrite) {
    terminal.err(`${name}: the language is not put back: ${writeRefusal}`)
    return exitCodes.notRestored
  }
  const register = await connected(one, terminal, async (connection) => {
    const { session, api } = connection
    const notTheirs = strangersTo(connection, one.settings, { isAsked: true, isVouchedFor })
    const command = commandFor(name, production)
    const restored = await restoreLanguage({
      environment: one.environment,
      journal,
      session,
      api,
      command,
      notTheirs,
    })
    await session.relinquish()
    return restored
  })
  if (register.restored === true) {
    terminal.out(`${name}: the language is as it was found`)
    return exitCodes.conformant
  }
  terminal.err(`${name}: ${register.trouble ?? 'the language could not be put back'}`)
  return register.restored === false ? exitCodes.notRestored : exitCodes.conformant
}
