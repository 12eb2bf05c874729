import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { exitCodes } from '../../report/exit-code.ts'
import type { Command } from '../command.ts'

const help = `Usage: npm run krr -- field adopt --env NAME

Says, for each thing in which an environment's login was not as the reference environment's is, what to change: an option
of the sandbox, or the file of the reference that has it. It reads the record of npm run krr -- doctor --env NAME --login.

Options
  --env <name>  the environment
  -h, --help    this text

Exit codes: 0 nothing to change, 1 there is something, 2 there is no record.`

/** What a field record says of the reference: `krr field`. */
export const fieldCommand: Command = {
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { env: { type: 'string' } },
      allowPositionals: true,
    })
    if (positionals.join(' ') !== 'adopt' || values.env === undefined)
      throw new ConfigurationError(['krr field takes: adopt --env NAME'])
    const { readFieldReport } = await import('../doctor/field.ts')
    const { differences } = readFieldReport(values.env)
    for (const { trait, reference, environment, change } of differences) {
      terminal.out(`${oneLine(trait)}`)
      terminal.out(`  reference  ${oneLine(reference ?? 'has none')}`)
      terminal.out(`  met        ${oneLine(environment ?? 'has none')}`)
      terminal.out(`  change     ${oneLine(change)}`)
    }
    terminal.out(
      differences.length === 0
        ? 'The reference does what was met: nothing to change.'
        : `${differences.length} to change.`,
    )
    return differences.length === 0 ? exitCodes.conformant : exitCodes.deviating
  },
}

const oneLine = (text: string): string =>
  String(text)
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .slice(0, 300)
