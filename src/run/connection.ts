import type { Browser } from 'playwright'
import type { Environment, RunSettings } from '../config/environment.ts'
import { restoreCommand } from '../config/problem.ts'
import { learnConfiguration } from '../evidence/masking/configured.ts'
import { createMasker, type Masker } from '../evidence/masking/masker.ts'
import { pseudonymsWith } from '../evidence/masking/pseudonym.ts'
import { createPace, type Pace, type SharedPace } from '../evidence/pace.ts'
import type { Persona } from '../evidence/person-reading.ts'
import type { RecordedExchange } from '../evidence/recorded-exchange.ts'
import { createRecorder } from '../evidence/recorder.ts'
import type { Send } from '../evidence/transport.ts'
import { openTransport } from '../evidence/undici-transport.ts'
import { createPersonApi, type PersonApi } from '../krr/person-api.ts'
import type { KeptLogin } from '../login/kept/kept-logins.ts'
import type { LoginBrowser } from '../login/login-browser.ts'
import { openSession } from '../login/open-session.ts'
import type { Operator } from '../login/operator/operator.ts'
import type { Session } from '../login/session.ts'
import type { Expiry } from './expiry.ts'
import {
  anotherBeside,
  type JournalEntry,
  type JournalOwner,
  notTheirs,
  ownerOf,
  type PersonBeside,
} from './journal.ts'
import { paceOf } from './request-budget.ts'
import { userAgent } from './version.ts'

/** One environment as the main process talks to it: what is sent is recorded, what is known is masked. */
export interface Connection {
  readonly environment: Environment
  readonly masker: Masker
  readonly send: Send
  readonly api: PersonApi
  readonly session: Session
  readonly pace: Pace
  /** Every exchange of this connection so far, masked. */
  readonly recorded: readonly RecordedExchange[]
  close(): Promise<void>
}

export interface ConnectionOptions {
  readonly environment: Environment
  readonly settings: RunSettings
  readonly pseudonymKey: Uint8Array
  /** Shared with whoever else asks the environment; without it the connection has one of its own. */
  readonly pace?: SharedPace
  /** Launched before, for the forms; the connection closes it. */
  readonly browser?: LoginBrowser | undefined
  /** The operator's window, opened before; the connection closes it. */
  readonly window?: Promise<Browser> | undefined
  readonly expiry?: Expiry | undefined
  /** Who logs in with `LOGIN=operator`. */
  readonly operator?: Operator | undefined
  /** A login that was made beforehand; its exchanges are part of the evidence. */
  readonly kept?: KeptLogin | undefined
  /** What the ids of exchanges begin with. */
  readonly prefix?: string
  readonly onProgress?: (line: string) => void
  readonly onScreenshot?: (png: Uint8Array, name: string) => void
}

/** Opens a connection; nothing is asked before something is needed, but the browser starts at once. */
export const openConnection = (options: ConnectionOptions): Connection => {
  const { environment, settings, pseudonymKey } = options
  const masker = createMasker(pseudonymsWith(pseudonymKey), environment.production)
  learnConfiguration(masker.vault, environment)
  const recorded: RecordedExchange[] = [...(options.kept?.exchanges ?? [])]
  const { transport, close } = openTransport({
    ca: environment.ca,
    httpsProxy: settings.httpsProxy,
    noProxy: settings.noProxy,
    userAgent: userAgent(settings.contact),
  })
  const pace = createPace(options.pace ?? paceOf(environment))
  const send = createRecorder({
    transport,
    masker,
    pace,
    isUnbounded: true,
    prefix: options.prefix ?? 'l',
    documentOf: ({ request, response }) =>
      request.url.startsWith(environment.apiUrl) && response.status < 400 ? 'person' : 'open',
    onRecorded: (exchange) => recorded.push(exchange),
  })
  const session = openSession({
    environment,
    settings,
    send,
    pace,
    userAgent: userAgent(settings.contact),
    browser: options.browser,
    window: options.window,
    operator: options.operator,
    kept: options.kept,
    shortLivedClient: options.expiry?.client,
    pids: pidsOf(environment),
    onSecret: (kind, value) => masker.vault.learn(kind, value),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    ...(options.onScreenshot ? { onScreenshot: options.onScreenshot } : {}),
  })
  return {
    environment,
    masker,
    send,
    api: createPersonApi(environment.apiUrl, send),
    session,
    pace,
    recorded,
    async close() {
      await session.close()
      await close()
    },
  }
}

/** What somebody at hand says of whose a journal is. */
export type Vouching = Partial<Pick<JournalOwner, 'isAsked' | 'isVouchedFor'>>

/** Tells of a journal why it is not put back with the login of this connection. */
export const strangersTo = (
  { environment, masker, session }: Pick<Connection, 'environment' | 'masker' | 'session'>,
  { stateKey }: Pick<RunSettings, 'stateKey'>,
  { isAsked = false, isVouchedFor = false }: Vouching = {},
): ((entry: JournalEntry, beside?: PersonBeside) => string | undefined) => {
  const { name, keyName, login, production, personas } = environment
  const restore = restoreCommand(name, production)
  const isComparable = stateKey !== undefined && !production
  return (entry, beside) => {
    if (beside !== undefined) {
      const { persona, person, owner } = beside
      const pid = personas[persona]
      const isSame = isComparable && person === masker.pseudonym('pid', pid ?? '')
      if (isSame || isVouchedFor || owner === ownerOf({ ...environment, pid })) return undefined
      return anotherBeside({ key: `KRR_${keyName}_PID_${persona}`, runId: entry.runId, restore })
    }
    return notTheirs(entry, {
      keyName,
      restore,
      owner: ownerOf(environment),
      person: masker.pseudonym('pid', session.mainPid ?? ''),
      isComparable,
      isOperator: login === 'operator',
      isAsked,
      isVouchedFor,
    })
  }
}

const pidsOf = ({ pid, personas }: Environment): Partial<Record<Persona, string>> => ({
  ...personas,
  ...(pid === undefined ? {} : { MAIN: pid }),
})
