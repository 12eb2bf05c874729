import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { loadConfiguration } from '../../config/load.ts'
import { removeSandboxFile, writeSandboxFile } from '../../config/sandbox-file.ts'
import type { ReferenceEnvironment, ReferenceOptions } from '../../reference/start.ts'
import { exitCodes } from '../../report/exit-code.ts'
import { asConfigured } from '../../run/started-reference.ts'
import type { Command, Terminal } from '../command.ts'

const defaultPort = 8420

const help = `Usage: npm run krr -- sandbox [options]

Runs the reference environment, a KRR and an ID-porten on this machine, until Ctrl-C. The built-in environment
"sandbox" reaches it from another terminal: KRR_ENV=sandbox npm test.

Options
  --port <port>    ID-porten's port (default ${defaultPort}); the person API takes the next one
  --data <file>    keeps the languages that PATCH set, from one start to the next
  --ask <pages>    what a login asks beside who it is: contact-information, consent (comma-separated)
  --several-hosts  login, TestID and MinID are at hosts of their own, as ID-porten's are
  --latency <ms>   added to every response of both servers
  -h, --help       this text`

/** The reference environment on its own: `krr sandbox`. */
export const sandboxCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        ask: { type: 'string' },
        latency: { type: 'string' },
        'several-hosts': { type: 'boolean' },
      },
    })
    const opPort = portOf(values.port)
    const asks = asksOf(values.ask)
    // From the start: a signal that nobody hears ends the process and leaves the file behind.
    const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    const { stateDir } = loadConfiguration({ argv: { env: 'reference' } }).settings
    const reference = await start({
      opPort,
      apiPort: opPort + 1,
      asks,
      latencyMs: latencyOf(values.latency),
      hasSeveralHosts: values['several-hosts'] === true,
      ...(values.data === undefined ? {} : { dataFile: resolve(values.data) }),
    })
    const path = writeSandboxFile(stateDir, asConfigured(reference))
    const caPath = join(stateDir, 'sandbox-ca.pem')
    writeFileSync(caPath, reference.caPem, { mode: 0o600 })
    for (const line of introduction(reference, path, caPath)) terminal.out(line)
    await stopped
    removeSandboxFile(stateDir)
    rmSync(caPath, { force: true })
    await reference.stop()
    farewell(terminal)
    return exitCodes.conformant
  },
}

const start = async (options: ReferenceOptions): Promise<ReferenceEnvironment> => {
  const { startReference, PortInUseError, DataFileError } = await import('../../reference/start.ts')
  try {
    return await startReference(options)
  } catch (error) {
    if (error instanceof PortInUseError) {
      throw new ConfigurationError([`${error.message}; give another one with --port`], {
        cause: error,
      })
    }
    if (error instanceof DataFileError)
      throw new ConfigurationError([error.message], { cause: error })
    throw error
  }
}

const portOf = (text: string | undefined): number => {
  if (text === undefined) return defaultPort
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= 65_534) return port
  throw new ConfigurationError([`--port must be a number from 1 to 65534, but is "${text}"`])
}

const latencyOf = (text = '0'): number => {
  const latencyMs = Number(text)
  if (Number.isInteger(latencyMs) && latencyMs >= 0 && latencyMs <= 60_000) return latencyMs
  throw new ConfigurationError([`--latency must be 0 to 60000 milliseconds, but is "${text}"`])
}

const asksOf = (text = '') => {
  const pages = text.split(',').filter((page) => page !== '')
  const unknown = pages.filter((page) => page !== 'contact-information' && page !== 'consent')
  if (unknown.length > 0) {
    throw new ConfigurationError([
      `--ask must be contact-information, consent or both, but has "${unknown.join(', ')}"`,
    ])
  }
  return {
    contactInformation: pages.includes('contact-information'),
    consent: pages.includes('consent'),
  }
}

/** The people are synthetic and the secret is made anew at each start: this is the one place that shows them. */
const introduction = (
  reference: ReferenceEnvironment,
  path: string,
  caPath: string,
): readonly string[] => [
  `person API   ${reference.apiUrl}`,
  `OpenAPI      ${new URL('/swagger-ui/index.html', reference.apiUrl).href}`,
  `ID-porten    ${reference.issuer}`,
  `client       ${reference.client.id} with secret ${reference.client.secret}`,
  `redirect     ${reference.redirectUri}`,
  '',
  'people (synthetic), for TestID; MinID takes password01 and 12345',
  ...Object.entries(reference.people).map(([name, { pid }]) => `  ${pid}  ${name}`),
  '',
  `Addresses, client and CA are in ${path}`,
  'In another terminal:',
  '  KRR_ENV=sandbox npm test',
  '  TOKEN=$(npm run --silent krr -- token --env sandbox)',
  `  curl --cacert ${caPath} -H "Authorization: Bearer $TOKEN" ${reference.apiUrl}`,
  '',
  'Ctrl-C stops it.',
]

const farewell = (terminal: Terminal): void => terminal.out('The sandbox has stopped.')
