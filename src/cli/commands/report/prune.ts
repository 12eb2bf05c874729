import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../../config/configuration-error.ts'
import { loadConfiguration } from '../../../config/load.ts'
import { exitCodes } from '../../../report/exit-code.ts'
import { writeIndex } from '../../../report/history/write-index.ts'
import { pruneRuns } from '../../../report/prune.ts'
import type { Command } from '../../command.ts'

const help = `Usage: npm run krr -- report prune --keep N [--env NAME]

Deletes the folders of earlier runs (<environment>/runs/<run id>), all but the newest N of each environment. The latest
report of an environment and what reports/index.html remembers of each run stay; the page is written again, without links
to what is gone.

Options
  --keep <number>   how many runs of each environment stay
  --env <name>      of this environment only
  -h, --help        this text`

/** Makes room: `krr report prune`. */
export const pruneCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: { keep: { type: 'string' }, env: { type: 'string' } },
    })
    const keep = keptOf(values.keep)
    const { reportDir, language } = loadConfiguration({ argv: { env: 'reference' } }).settings
    const pruned = await pruneRuns(reportDir, keep, values.env)
    if (values.env !== undefined && pruned.length === 0) {
      throw new ConfigurationError([`${reportDir} has no runs of "${values.env}"`])
    }
    for (const { environment, removed, kept } of pruned) {
      terminal.out(`${environment}: ${removed.length} removed, ${kept.length} kept`)
    }
    if (pruned.length === 0) terminal.out(`${reportDir} has no runs`)
    else await writeIndex(reportDir, { language, onPassedOver: terminal.err })
    return exitCodes.conformant
  },
}

const keptOf = (text: string | undefined): number => {
  if (text === undefined) throw new ConfigurationError(['krr report prune takes --keep N'])
  const number = Number(text)
  if (/^\d+$/.test(text) && Number.isSafeInteger(number)) return number
  throw new ConfigurationError([`--keep must be a number of runs, but is "${text}"`])
}
