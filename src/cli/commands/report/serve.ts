import { once } from 'node:events'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../../config/configuration-error.ts'
import { loadConfiguration } from '../../../config/load.ts'
import { exitCodes } from '../../../report/exit-code.ts'
import type { Command } from '../../command.ts'

const help = `Usage: npm run krr -- report serve [--port PORT]

Serves the reports to browsers of this machine (127.0.0.1) until Ctrl-C.

Options
  --port <port>   the port; one that is free without it
  -h, --help      this text`

/** The reports over http, for this machine alone: `krr report serve`. */
export const serveCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: { port: { type: 'string' } } })
    const port = portOf(values.port)
    const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    const { reportDir } = loadConfiguration({ argv: { env: 'reference' } }).settings
    const { serveReports } = await import('../../report-server.ts')
    const server = await serveReports(resolve(reportDir), port)
    terminal.out(server.url)
    terminal.out('Ctrl-C stops it.')
    await stopped
    await server.close()
    return exitCodes.conformant
  },
}

const portOf = (text = '0'): number => {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new ConfigurationError([`--port must be a number from 1 to 65535, but is "${text}"`])
}
