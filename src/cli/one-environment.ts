import { ConfigurationError } from '../config/configuration-error.ts'
import type { Environment, RunSettings } from '../config/environment.ts'
import { loadConfiguration } from '../config/load.ts'
import { learnConfiguration } from '../evidence/masking/configured.ts'
import { createMasker } from '../evidence/masking/masker.ts'
import { pseudonymsWith, randomKey } from '../evidence/masking/pseudonym.ts'
import { createPace } from '../evidence/pace.ts'
import { createRecorder } from '../evidence/recorder.ts'
import type { Send } from '../evidence/transport.ts'
import { openTransport } from '../evidence/undici-transport.ts'
import { type Connection, type ConnectionOptions, openConnection } from '../run/connection.ts'
import { pseudonymKeyFor } from '../run/pseudonym-key.ts'
import { paceOf } from '../run/request-budget.ts'
import { userAgent } from '../run/version.ts'
import type { Terminal } from './command.ts'
import { operatorAt } from './operator.ts'

/** An environment that is there already, with the settings of the run. */
export interface OneEnvironment {
  readonly environment: Environment
  readonly settings: RunSettings
}

/**
 * The one environment that a command is about: from `--env`, else `KRR_ENV`.
 * @throws ConfigurationError where it is not exactly one, cannot be used, or lives only within a run
 */
export const oneEnvironment = (
  command: string,
  argv: {
    readonly env?: string | undefined
    readonly confirmNationalRegister?: boolean | undefined
  },
): OneEnvironment => {
  const { environments, settings } = loadConfiguration({ argv })
  const [configured, ...others] = environments
  if (configured === undefined || others.length > 0) {
    throw new ConfigurationError([`krr ${command} takes one environment: give it as --env NAME`])
  }
  if (configured.kind === 'unusable') throw new ConfigurationError(configured.problems)
  if (configured.kind === 'embedded') {
    throw new ConfigurationError([
      `krr ${command} needs an environment that is running, but "reference" lives only within a run; start npm run krr -- sandbox in another terminal and use --env sandbox`,
    ])
  }
  return { environment: configured.environment, settings }
}

/** Does something over a connection of its own, closed whatever happens. */
export const connected = async <Result>(
  { environment, settings }: OneEnvironment,
  terminal: Terminal,
  use: (connection: Connection) => Promise<Result>,
  further: Pick<ConnectionOptions, 'pseudonymKey' | 'prefix'> | undefined = undefined,
): Promise<Result> => {
  const connection = openConnection({
    environment,
    settings,
    operator: operatorAt(terminal),
    pseudonymKey: pseudonymKeyFor(environment, settings),
    ...further,
    onProgress: (line) => {
      if (terminal.interactive) terminal.err(line)
    },
  })
  try {
    return await use(connection)
  } finally {
    await connection.close()
  }
}

/** Sends requests to an environment without a login, and so without a browser; close it when done. */
export const openSend = ({
  environment,
  settings,
}: OneEnvironment): { readonly send: Send; readonly close: () => Promise<void> } => {
  const masker = createMasker(pseudonymsWith(randomKey()), environment.production)
  learnConfiguration(masker.vault, environment)
  const { transport, close } = openTransport({
    ca: environment.ca,
    httpsProxy: settings.httpsProxy,
    noProxy: settings.noProxy,
    userAgent: userAgent(settings.contact),
  })
  const send = createRecorder({
    transport,
    masker,
    pace: createPace(paceOf(environment)),
    prefix: 's',
    documentOf: () => 'open',
    onRecorded: () => {},
  })
  return { send, close }
}
