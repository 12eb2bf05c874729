import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { connect } from 'node:tls'
import { parseArgs } from 'node:util'
import { redirectUri } from '../../config/address.ts'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { diskAt } from '../../config/disk.ts'
import { loadConfiguration } from '../../config/load.ts'
import {
  readSandboxFile,
  removeSandboxFile,
  type SandboxFile,
  writeSandboxFile,
} from '../../config/sandbox-file.ts'
import { exitCodes } from '../../report/exit-code.ts'
import type { Command, Terminal } from '../command.ts'
import type { KeptSandbox } from '../sandbox/kept.ts'
import type { Sandbox, SandboxOptions } from '../sandbox/start.ts'

const defaultPort = 8420

const help = `Usage: npm run krr -- sandbox [options]
       npm run krr -- sandbox --list [word]

Runs the reference environment, a KRR and an ID-porten on this machine, until Ctrl-C. The built-in environment
"sandbox" reaches it from another terminal: KRR_ENV=sandbox npm test. A second one needs a KRR_STATE_DIR of its own.

Options
  --port <port>    ID-porten's port (default ${defaultPort}); the person API takes the next one
  --data <file>    keeps the languages that PATCH set, from one start to the next
  --ask <pages>    what a login asks beside who it is: contact-information, consent (comma-separated)
  --several-hosts  login, TestID and MinID are at hosts of their own, as ID-porten's are
  --latency <ms>   added to every response of both servers
  -h, --help       this text

What goes wrong
  --defect <id>          a defect of the catalogue, or trouble on the way (429=30); may be repeated
  --variant <id>         what is unusual and in order; may be repeated
  --list [word]          lists what both take, by family; with a word those that have it
  --control-port <port>  where a running sandbox is told what goes wrong (default: the port after the person API's, or
                         another where that is taken)

  A request with the field X-KRR-Sandbox: <id>, <id> meets these faults beside those that are on, and no other request
  does. What acted on a response of the person API is named in its X-KRR-Sandbox-Applied.

For a service of your own
  --people <file>          people of your own, in YAML: numbers, states, contact data, what goes wrong for them
  --client <id:secret>     the client's id and secret, in place of a secret that is made at each start
  --keep                   client and CA stay from one start to the next, in the state folder
  --redirect-uri <uri>     where the client may be sent back to as well; may be repeated
  --any-loopback-redirect  the client may be sent back to any address on loopback

docs/sandbox.md has recipes for the tests of a service.`

const options = {
  port: { type: 'string' },
  data: { type: 'string' },
  ask: { type: 'string' },
  latency: { type: 'string' },
  'several-hosts': { type: 'boolean' },
  defect: { type: 'string', multiple: true },
  variant: { type: 'string', multiple: true },
  list: { type: 'boolean' },
  'control-port': { type: 'string' },
  client: { type: 'string' },
  people: { type: 'string' },
  keep: { type: 'boolean' },
  'redirect-uri': { type: 'string', multiple: true },
  'any-loopback-redirect': { type: 'boolean' },
} as const

/** The reference environment on its own: `krr sandbox`. */
export const sandboxCommand: Command = {
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const isList = values.list === true
    if (positionals.length > (isList ? 1 : 0))
      throw new ConfigurationError([`krr sandbox takes no "${positionals.at(-1)}"`])
    if (isList) return list(positionals[0], terminal)
    const opPort = portOf('--port', values.port, 65_534) ?? defaultPort
    const { stateDir } = loadConfiguration({ argv: { env: 'reference' } }).settings
    await refuseSecond(stateDir)
    const kept = values.keep === true ? await keptIn(stateDir) : undefined
    // From the start: a signal that nobody hears ends the process and leaves the file behind.
    const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    const sandbox = await start(
      {
        opPort,
        apiPort: opPort + 1,
        asks: asksOf(values.ask),
        latencyMs: latencyOf(values.latency),
        hasSeveralHosts: values['several-hosts'] === true,
        faults: [...(values.defect ?? []), ...(values.variant ?? [])],
        people:
          values.people === undefined
            ? []
            : (await import('../sandbox/people-file.ts')).readPeopleFile(values.people),
        client: clientOf(values.client) ?? kept?.client,
        pki: kept?.pki,
        redirectUris: (values['redirect-uri'] ?? []).map(redirectUriOf),
        allowsAnyLoopbackRedirect: values['any-loopback-redirect'] === true,
        ...(values.data === undefined ? {} : { dataFile: resolve(values.data) }),
      },
      portOf('--control-port', values['control-port'], 65_535),
    )
    if (values.keep === true) await keepIn(stateDir, sandbox)
    const path = writeSandboxFile(stateDir, sandbox.configured)
    const caPath = join(stateDir, 'sandbox-ca.pem')
    writeFileSync(caPath, sandbox.reference.caPem, { mode: 0o600 })
    for (const line of introduction(sandbox, path, caPath)) terminal.out(line)
    await stopped
    removeSandboxFile(stateDir)
    // A CA that stays is trusted by others between two starts.
    if (values.keep !== true) rmSync(caPath, { force: true })
    await sandbox.stop()
    farewell(terminal)
    return exitCodes.conformant
  },
}

const list = async (word: string | undefined, terminal: Terminal) => {
  const { createCatalogue, listLines } = await import('../sandbox/faults.ts')
  const lines = listLines(createCatalogue(), word)
  if (lines.length === 0) throw new ConfigurationError([`no fault of the sandbox has "${word}"`])
  for (const line of lines) terminal.out(line)
  return exitCodes.conformant
}

const keptIn = async (
  stateDir: string,
): Promise<Partial<KeptSandbox> & Pick<KeptSandbox, 'client'>> => {
  const { newClient, readKept } = await import('../sandbox/kept.ts')
  return readKept(stateDir) ?? { client: newClient() }
}

const keepIn = async (stateDir: string, { reference, pki }: Sandbox): Promise<void> => {
  const { writeKept } = await import('../sandbox/kept.ts')
  writeKept(stateDir, { client: reference.client, pki })
}

/**
 * A file that a killed sandbox left is written over; that of one that runs is not, for others reach it by the file.
 * @throws ConfigurationError where a sandbox answers
 */
const refuseSecond = async (stateDir: string): Promise<void> => {
  const other = sandboxFileIn(stateDir)
  if (other === undefined || !(await isAnswered(other))) return
  throw new ConfigurationError([
    `a sandbox runs already at ${other.apiUrl}, and others reach it by ${stateDir}/sandbox.json: stop it, or set KRR_STATE_DIR to another folder for this one and for what uses it`,
  ])
}

const sandboxFileIn = (stateDir: string): SandboxFile | undefined => {
  try {
    return readSandboxFile(stateDir)
  } catch {
    return undefined
  }
}

/** Whether its own person API answers there, and not somebody who has the port since. */
const isAnswered = ({ apiUrl, ca }: SandboxFile): Promise<boolean> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(apiUrl)
    const socket = connect({ host: hostname, port: Number(port), ca, timeout: 5_000 })
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('secureConnect', () => end(true))
    socket.once('error', () => end(false))
    socket.once('timeout', () => end(false))
  })

/** The control address is beside the others where that port is free: nobody but sandbox.json needs to know. */
const start = async (own: SandboxOptions, controlPort: number | undefined): Promise<Sandbox> => {
  const [{ startSandbox }, { PortInUseError, DataFileError }] = await Promise.all([
    import('../sandbox/start.ts'),
    import('../../reference/start.ts'),
  ])
  const beside = Math.min((own.apiPort ?? 0) + 1, 65_535)
  try {
    return await startSandbox({ ...own, controlPort: controlPort ?? beside })
  } catch (error) {
    if (error instanceof PortInUseError) {
      if (controlPort === undefined && error.port === beside) return start(own, 0)
      const option = error.port === controlPort ? '--control-port' : '--port'
      throw new ConfigurationError([`${error.message}; give another one with ${option}`], {
        cause: error,
      })
    }
    if (error instanceof DataFileError)
      throw new ConfigurationError([error.message], { cause: error })
    throw error
  }
}

const portOf = (option: string, text: string | undefined, most: number): number | undefined => {
  if (text === undefined) return undefined
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= most) return port
  throw new ConfigurationError([`${option} must be a number from 1 to ${most}, but is "${text}"`])
}

const clientOf = (text: string | undefined): KeptSandbox['client'] | undefined => {
  if (text === undefined) return undefined
  const [, id, secret] = /^([\x21-\x39\x3b-\x7e]+):([\x21-\x7e]+)$/.exec(text) ?? []
  if (id !== undefined && secret !== undefined) return { id, secret }
  throw new ConfigurationError([
    '--client must be an id and a secret with a colon between them, in printable characters without spaces',
  ])
}

const redirectUriOf = (text: string): string => {
  const parsed = redirectUri.parse(text, diskAt('.'))
  if (parsed.ok) return text
  throw new ConfigurationError([`--redirect-uri must be ${redirectUri.accepts}, but is "${text}"`])
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
  { control, notes, people, reference, switchboard }: Sandbox,
  path: string,
  caPath: string,
): readonly string[] => [
  `person API   ${reference.apiUrl}`,
  `OpenAPI      ${new URL('/swagger-ui/index.html', reference.apiUrl).href}`,
  `ID-porten    ${reference.issuer}`,
  `client       ${reference.client.id} with secret ${reference.client.secret}`,
  `redirect     ${reference.redirectUri}`,
  `control      ${control.url}/?token=${control.token}`,
  ...(switchboard.active().length === 0 ? [] : ['', 'switched on']),
  ...switchboard.active().map(({ id, title }) => `  ${id}  ${title}`),
  ...notes.map((note) => `  note: ${note}`),
  '',
  'people (synthetic), for TestID; MinID takes password01 and 12345',
  ...Object.entries(reference.people).map(([name, { pid }]) => `  ${pid}  ${name}`),
  ...people.map(({ pid, state, faults }) => `  ${[pid, '', state, ...faults].join(' ')}`),
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
