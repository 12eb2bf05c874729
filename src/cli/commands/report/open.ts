import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../../config/configuration-error.ts'
import { loadConfiguration } from '../../../config/load.ts'
import { exitCodes } from '../../../report/exit-code.ts'
import { isBoundPage } from '../../../report/writers/html/document.ts'
import type { Command } from '../../command.ts'
import { openOnDesktop } from '../../terminal.ts'

const help = `Usage: npm run krr -- report open [--env NAME]

Opens the page of all environments in the browser of this desktop, with --env the latest report of one. Where there is
no desktop, in CI or over ssh say, it prints the path.

Options
  --env <name>   the latest report of this environment
  -h, --help     this text`

/** Shows a report: `krr report open`. */
export const openCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: { env: { type: 'string' } } })
    const { reportDir } = loadConfiguration({ argv: { env: 'reference' } }).settings
    const path = resolve(pageIn(reportDir, values.env))
    const page = await readFile(path, 'utf8').catch((cause: unknown) => {
      const of = values.env === undefined ? '' : ` --env ${values.env}`
      throw new ConfigurationError([`${path} is not there; npm test --${of} writes it`], { cause })
    })
    // A browser runs what a page from a file holds, whoever wrote it there.
    if (!isBoundPage(page)) {
      throw new ConfigurationError([
        `${path} is no page that this version wrote, and is not opened: npm run krr -- report ${
          values.env === undefined
            ? 'index writes it again'
            : `convert ${values.env} --format html --out ${path} writes it again, from report.json`
        }`,
      ])
    }
    terminal.out(path)
    openOnDesktop(path)
    return exitCodes.conformant
  },
}

const pageIn = (reportDir: string, environment: string | undefined): string => {
  if (environment === undefined) return join(reportDir, 'index.html')
  if (/^[A-Za-z0-9][\w.-]*$/.test(environment)) return join(reportDir, environment, 'report.html')
  throw new ConfigurationError([
    `--env must be the name of an environment, but is "${environment}"`,
  ])
}
