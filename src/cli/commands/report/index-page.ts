import { parseArgs } from 'node:util'
import { loadConfiguration } from '../../../config/load.ts'
import { exitCodes } from '../../../report/exit-code.ts'
import { writeIndex } from '../../../report/history/write-index.ts'
import type { Command } from '../../command.ts'

const help = `Usage: npm run krr -- report index

Writes index.html, the page of all environments over time, again. Every run does so at its end; this one reads all runs
that are there and that nobody remembered, those of an earlier version say.

Options
  --lang <language>  in place of KRR_LANG: en, nb
  -h, --help         this text`

/** The page of all environments: `krr report index`. */
export const indexCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: { lang: { type: 'string' } } })
    const { reportDir, language } = loadConfiguration({
      argv: { env: 'reference', lang: values.lang },
    }).settings
    const path = await writeIndex(reportDir, {
      readAll: true,
      language,
      onPassedOver: terminal.err,
    })
    terminal.out(path ?? `${reportDir} has no runs`)
    return exitCodes.conformant
  },
}
