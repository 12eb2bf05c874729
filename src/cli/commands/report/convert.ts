import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../../config/configuration-error.ts'
import { loadConfiguration } from '../../../config/load.ts'
import { exitCodes } from '../../../report/exit-code.ts'
import { findReport } from '../../../report/find-report.ts'
import { formatNames, writtenAs } from '../../../report/writers/index.ts'
import type { Command } from '../../command.ts'
import { formatsNamed } from '../../report-formats.ts'

const help = `Usage: npm run krr -- report convert REPORT --format FORM [--out FILE]

Writes a report in another form. REPORT is the path of a report.json or its folder, an environment (its latest run),
NAME~1 (the run before that), or the id of a run.

Options
  --format <form>   ${formatNames.join(', ')}
  --lang <language>  of page and summary, in place of KRR_LANG: en, nb
  --out <file>      writes there instead of to the terminal
  -h, --help        this text`

/** A report in another form: `krr report convert`. */
export const convertCommand: Command = {
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { format: { type: 'string' }, out: { type: 'string' }, lang: { type: 'string' } },
    })
    const [format, ...others] = formatsNamed(values.format)
    const [meant, ...more] = positionals
    if (format === undefined || others.length > 0 || meant === undefined || more.length > 0) {
      throw new ConfigurationError(['krr report convert takes one report and one --format'])
    }
    const { reportDir, language } = loadConfiguration({
      argv: { env: 'reference', lang: values.lang },
    }).settings
    const { report } = await findReport(meant, reportDir)
    const written = writtenAs(format, report, language)
    if (values.out === undefined) {
      terminal.out(written.trimEnd())
      return exitCodes.conformant
    }
    await mkdir(dirname(values.out), { recursive: true })
    await writeFile(values.out, written)
    return exitCodes.conformant
  },
}
