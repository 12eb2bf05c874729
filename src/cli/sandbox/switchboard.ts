import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { decodeJwt } from 'jose'
import { ConfigurationError } from '../../config/configuration-error.ts'
import type { Exchange, FieldLine } from '../../evidence/exchange.ts'
import type { ApiRequest, ApiResponse } from '../../reference/api/message.ts'
import type { Attendant } from '../../reference/seam.ts'
import type { Injection, PassThrough } from '../../reference/seams.ts'
import type { Catalogue, Fault } from './faults.ts'
import type { Before } from './troubles.ts'
import { createLog, type Log } from './visits.ts'

/** Names faults for the one request that carries it, comma-separated. */
export const requestField = 'X-KRR-Sandbox'

/** On a response of the person API: the faults that met it. */
const responseField = 'X-KRR-Sandbox-Applied'

/** What goes wrong in a running sandbox: for all requests, or for one that names it. */
export interface Switchboard extends Pick<Log, 'counts' | 'visits' | 'forget'> {
  /** Where the servers pass their values through. */
  readonly seams: PassThrough
  readonly attendant: Attendant
  /** What is switched on for all requests, in the order in which it acts. */
  readonly active: () => readonly Fault[]
  /**
   * Switches these on in place of all others but those of the start.
   * @throws ConfigurationError where one can be had from the start alone
   */
  readonly set: (faults: readonly Fault[]) => void
  /**
   * Switches these on for one person alone, in place of what was on for them; for no one else.
   * @throws ConfigurationError where one can be had from the start alone
   */
  readonly setFor: (pid: string, faults: readonly Fault[]) => void
  /** What is on for one person alone, by number. */
  readonly personal: () => ReadonlyMap<string, readonly Fault[]>
}

/** Of ID-porten's answers so much is kept to be shown. */
const shownBytes = 65_536

/** @param initial what is switched on from the start */
export const createSwitchboard = (catalogue: Catalogue, initial: readonly Fault[]): Switchboard => {
  const current = new AsyncLocalStorage<Current>()
  const log = createLog()
  const ofTheStart = initial.filter(({ fromTheStart }) => fromTheStart !== undefined)
  let active = initial
  const personal = new Map<string, readonly Fault[]>()
  const switched: Switched = {
    all: () => active,
    of: (pid) => (pid === undefined ? [] : (personal.get(pid) ?? [])),
  }
  return {
    ...log,
    seams: passing(current, log, switched),
    attendant: attending(catalogue, current, log, switched),
    active: () => active,
    set: (faults) => {
      const others = faults.filter((fault) => !ofTheStart.includes(fault))
      refuseLate(others)
      active = [...ofTheStart, ...others]
    },
    setFor: (pid, faults) => {
      refuseLate(faults)
      if (faults.length === 0) personal.delete(pid)
      else personal.set(pid, faults)
    },
    personal: () => personal,
  }
}

interface Current {
  readonly faults: readonly Fault[]
  readonly applied: Set<string>
  request?: ApiRequest
  response?: ApiResponse
}

/** What is on: for everybody, and for one person beside. */
interface Switched {
  readonly all: () => readonly Fault[]
  readonly of: (pid: string | undefined) => readonly Fault[]
}

/** Hands each value through the faults of the request that it belongs to; at the start, through all that are on. */
const passing =
  (current: AsyncLocalStorage<Current>, log: Log, switched: Switched): PassThrough =>
  async (seam, value, context) => {
    const visit = current.getStore()
    let passed = value
    // Whom ID-porten makes a token for is known where it is made; of the API's requests the token says it.
    const own = 'pid' in context ? switched.of(context.pid) : []
    for (const { id, injections } of [...(visit?.faults ?? switched.all()), ...own]) {
      const inject = injections[seam] as Injection<typeof seam> | undefined
      if (inject === undefined) continue
      const before = passed
      passed = await inject(before, context)
      if (passed !== before) log.met(visit, id)
    }
    if (seam !== 'response' || visit === undefined) return passed
    const { request } = context as { readonly request: ApiRequest }
    const response = withApplied(passed as ApiResponse, visit.applied)
    Object.assign(visit, { request, response })
    return response as typeof passed
  }

const attending =
  (
    catalogue: Catalogue,
    current: AsyncLocalStorage<Current>,
    log: Log,
    switched: Switched,
  ): Attendant =>
  async (server, incoming, outgoing, serve) => {
    const id = `x-${String(log.came(server)).padStart(3, '0')}` as const
    const startedAt = Date.now()
    const asked = askedFor(incoming, catalogue)
    if ('trouble' in asked) {
      refuse(outgoing, { status: 400, description: asked.trouble, retryAfter: undefined })
      return
    }
    const pid = server === 'api' ? pidOf(incoming) : undefined
    const faults = [...new Set([...switched.all(), ...switched.of(pid), ...asked.faults])]
    const visit: Current = { faults, applied: new Set() }
    const content = server === 'op' ? tapped(outgoing) : undefined
    const kept = log.keep(() => {
      const messages = messagesOf(server, incoming, outgoing, visit, content?.() ?? [])
      const label = `${incoming.method ?? ''} ${new URL(messages.request.url).pathname}`
      const times = { startedAt, receivedAt: Date.now(), failedAttempts: [] }
      return {
        server,
        applied: [...visit.applied],
        exchange: { id, label, ...messages, ...times },
      }
    })
    outgoing.once('close', kept.over)
    for (const { id: fault, before } of visit.faults) {
      if (before?.server !== server) continue
      log.met(visit, fault)
      if ((await meet(before.does, incoming, outgoing)) === 'over') return
    }
    await current.run(visit, serve)
  }

/** @throws ConfigurationError where one can be had from the start alone */
const refuseLate = (faults: readonly Fault[]): void => {
  const [late, ...others] = faults.filter(({ fromTheStart }) => fromTheStart !== undefined)
  if (late !== undefined)
    throw new ConfigurationError([startsWithIt(late), ...others.map(startsWithIt)])
}

const startsWithIt = ({ id, fromTheStart }: Fault): string =>
  `${id} can be had from the start alone (${fromTheStart}): krr sandbox --defect ${id}`

/** What the request's own field asks for. */
const askedFor = (
  { headers }: IncomingMessage,
  catalogue: Catalogue,
): { readonly faults: readonly Fault[] } | { readonly trouble: string } => {
  const asked = String(headers[requestField.toLowerCase()] ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '')
  try {
    const faults = asked.map(catalogue.find)
    refuseLate(faults)
    return { faults }
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return { trouble: `${requestField}: ${error.message}` }
  }
}

/** Whose token it is, by its own word: nothing is verified here, the API does that. */
const pidOf = ({ headers }: IncomingMessage): string | undefined => {
  try {
    const { pid } = decodeJwt((headers.authorization ?? '').split(' ').at(-1) ?? '')
    return typeof pid === 'string' ? pid : undefined
  } catch {
    return undefined
  }
}

const withApplied = (response: ApiResponse, applied: ReadonlySet<string>): ApiResponse =>
  applied.size === 0
    ? response
    : { ...response, fields: [...response.fields, [responseField, [...applied].join(', ')]] }

/** What happens to the request at the door. */
const meet = async (
  does: Before['does'],
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<'over' | 'goes on'> => {
  if (does.kind === 'wait') {
    await delay(does.ms)
    return 'goes on'
  }
  if (does.kind === 'hang up') incoming.socket.destroy()
  else refuse(outgoing, { ...does, description: 'The sandbox was asked for this' })
  return 'over'
}

const refuse = (
  outgoing: ServerResponse,
  refusal: {
    readonly status: number
    readonly description: string
    readonly retryAfter: string | undefined
  },
): void => {
  const { status, description, retryAfter } = refusal
  const content = JSON.stringify({ status, error: 'sandbox', error_description: description })
  outgoing.statusCode = status
  outgoing.setHeader('Content-Type', 'application/json')
  outgoing.setHeader('Content-Length', Buffer.byteLength(content))
  outgoing.setHeader('Cache-Control', 'no-store')
  if (retryAfter !== undefined) outgoing.setHeader('Retry-After', retryAfter)
  outgoing.end(content)
}

/** Keeps the beginning of what is written to the client. */
const tapped = (outgoing: ServerResponse): (() => readonly Buffer[]) => {
  const chunks: Buffer[] = []
  let length = 0
  const keep = (chunk: unknown): void => {
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) return
    const octets = Buffer.from(chunk as string)
    if (length < shownBytes) chunks.push(octets.subarray(0, shownBytes - length))
    length += octets.length
  }
  for (const name of ['write', 'end'] as const) {
    const own = outgoing[name].bind(outgoing) as (...args: unknown[]) => never
    outgoing[name] = (...args: unknown[]) => {
      keep(args[0])
      return own(...args)
    }
  }
  return () => chunks
}

const messagesOf = (
  server: 'api' | 'op',
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { request, response }: Current,
  content: readonly Buffer[],
): Pick<Exchange, 'request' | 'response'> => {
  const scheme = server === 'api' ? 'https' : 'http'
  const host = incoming.headers.host ?? incoming.headers[':authority'] ?? 'localhost'
  const path = incoming.url?.startsWith('/') === true ? incoming.url : '/'
  const url = `${scheme}://${String(host)}${path}`
  return {
    request: {
      method: incoming.method ?? '',
      url: URL.canParse(url) ? url : `${scheme}://localhost/`,
      fields: pairsOf(incoming.rawHeaders),
      content: request?.content,
    },
    response: response ?? {
      status: outgoing.headersSent ? outgoing.statusCode : 0,
      fields: Object.entries(outgoing.getHeaders()).map(([name, value]) => [name, String(value)]),
      content: Buffer.concat(content),
    },
  }
}

const pairsOf = (raw: readonly string[]): readonly FieldLine[] =>
  raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ''] as const] : []))
