import { ConfigurationError } from '../../config/configuration-error.ts'
import type { Command } from '../command.ts'
import { reportCommands } from './report/index.ts'

const help = `Usage: npm run krr -- report <command> [options]

What earlier runs wrote to KRR_REPORT_DIR (reports/ by default).

Commands
${reportCommands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}

npm run krr -- report <command> --help tells the options of one command.`

/** The reports of earlier runs: `krr report <command>`, a file each in `report/`. */
export const reportCommand: Command = {
  help,
  helpOf: async ([name]) => (await named(name)?.load())?.help ?? help,
  async run([name, ...args], terminal) {
    const listed = named(name)
    if (listed !== undefined) return (await listed.load()).run(args, terminal)
    const names = reportCommands.map((known) => known.name).join(', ')
    const found = name === undefined ? 'none' : `"${name}"`
    throw new ConfigurationError([`krr report takes one of ${names}, but has ${found}`])
  },
}

const named = (name: string | undefined) => reportCommands.find((known) => known.name === name)
