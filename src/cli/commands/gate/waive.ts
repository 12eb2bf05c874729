import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../../config/configuration-error.ts'
import { loadConfiguration } from '../../../config/load.ts'
import { canonicalName } from '../../../config/registry.ts'
import { mostDays } from '../../../gate/known/known-deviation.ts'
import { loadKnown } from '../../../gate/known/load-known.ts'
import { waiveText } from '../../../gate/known/waive-text.ts'
import { exitCodes } from '../../../report/exit-code.ts'
import { findReport } from '../../../report/find-report.ts'
import type { Command } from '../../command.ts'

const help = `Usage: npm run krr -- gate waive --env NAME [options]

Prints entries of known-deviations.yaml for what fails in the latest report of an environment and is not known yet,
each exactly as it was seen. Nothing is written: put them there yourself, and have somebody look at them.

Options
  --env <name>       the environment
  --reason <text>    why it is accepted for now
  --owner <name>     who sees to it
  --link <address>   the issue where it is followed up
  --days <number>    how long it holds; 30 without it, at most ${mostDays}
  -h, --help         this text`

/** An entry to copy: `krr gate waive --env test`. */
export const waiveCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        env: { type: 'string' },
        reason: { type: 'string' },
        owner: { type: 'string' },
        link: { type: 'string' },
        days: { type: 'string' },
      },
    })
    if (values.env === undefined) throw new ConfigurationError(['krr gate waive takes --env NAME'])
    const days = Number(values.days ?? 30)
    if (!Number.isInteger(days) || days < 1 || days > mostDays) {
      throw new ConfigurationError([
        `--days must be a number from 1 to ${mostDays}, but is "${values.days}"`,
      ])
    }
    const { reportDir } = loadConfiguration({ argv: { env: 'reference' } }).settings
    const { report } = await findReport(canonicalName(values.env), reportDir)
    const known = await loadKnown(process.cwd())
    const { reason = '', owner = '', link = '' } = values
    const text = waiveText(report, known, { reason, owner, link, days }, new Date())
    if (text === '') {
      terminal.err(`nothing fails in ${report.target.environment} that is not known`)
      return exitCodes.conformant
    }
    terminal.out('# known-deviations.yaml: fill in what is empty, and have somebody look at it')
    terminal.out(`deviations:\n${text.trimEnd()}`)
    return exitCodes.conformant
  },
}
