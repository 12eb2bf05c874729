import { parseArgs } from 'node:util'
import { exitCodes } from '../../report/exit-code.ts'
import { strangersTo } from '../../run/connection.ts'
import { openJournal } from '../../run/journal.ts'
import { restoreLanguage } from '../../run/restore.ts'
import type { Command } from '../command.ts'
import { connected, oneEnvironment } from '../one-environment.ts'

const help = `Usage: npm run krr -- restore --env NAME [options]

Puts the language back that a run found and, killed on the way, did not put back. The journal in KRR_STATE_DIR says
what it was; without one there is nothing to do. With KRR_<NAME>_LOGIN=operator, whoever was logged in in that run has
to log in: what was found with one person is not written to another.

Options
  --env <name>                    the environment
  --confirm-national-register     for production
  -h, --help                      this text`

/** Puts the register back as it was found: `krr restore`. */
export const restoreCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: { env: { type: 'string' }, 'confirm-national-register': { type: 'boolean' } },
    })
    const one = oneEnvironment('restore', {
      env: values.env,
      confirmNationalRegister: values['confirm-national-register'],
    })
    const { name } = one.environment
    const journal = openJournal(one.settings.stateDir, name)
    if (journal.read() === undefined) {
      terminal.out(`${name}: no journal, so nothing was left changed`)
      return exitCodes.conformant
    }
    const register = await connected(one, terminal, async (connection) => {
      const { session, api } = connection
      const notTheirs = strangersTo(connection, one.settings, { isAsked: true })
      const restored = await restoreLanguage({ journal, session, api, notTheirs })
      await session.relinquish()
      return restored
    })
    if (register.restored === true) {
      terminal.out(`${name}: the language is as it was found`)
      return exitCodes.conformant
    }
    terminal.err(`${name}: ${register.trouble ?? 'the language could not be put back'}`)
    return register.restored === false ? exitCodes.notRestored : exitCodes.conformant
  },
}
