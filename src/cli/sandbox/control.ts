import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { createMasker, type Masker } from '../../evidence/masking/masker.ts'
import { pseudonymsWith, randomKey } from '../../evidence/masking/pseudonym.ts'
import { recordExchange } from '../../evidence/record.ts'
import { listen, stopListening } from '../../reference/api/message.ts'
import type { ReferenceEnvironment } from '../../reference/start.ts'
import type { Catalogue, Fault } from './faults.ts'
import { type ControlState, controlPage, pagePolicy, type ShownExchange } from './page.ts'
import type { SandboxPerson } from './people-file.ts'
import type { Switchboard } from './switchboard.ts'
import type { Visit } from './visits.ts'

/** What a control address works on. */
export interface Controlled {
  readonly catalogue: Catalogue
  readonly switchboard: Switchboard
  readonly reference: ReferenceEnvironment
  readonly people: readonly SandboxPerson[]
}

export interface Control {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  /** Who has it may change what is switched on. */
  readonly token: string
  readonly close: () => Promise<void>
}

interface Answer {
  readonly status: number
  readonly type?: string
  readonly content?: string
  readonly fields?: Readonly<Record<string, string>>
}

const contentLimit = 65_536

/** Where a browser keeps the token, once it came by the link that the terminal shows. */
const cookie = 'krr_sandbox_control'

/**
 * Listens on 127.0.0.1 and answers nobody who calls it by another name: a page elsewhere cannot reach it by a name that
 * leads here. Readings are masked; changes need the token, or a form of its own page.
 * @throws PortInUseError
 */
export const startControl = async ({
  port,
  ...controlled
}: Controlled & { readonly port: number }): Promise<Control> => {
  const token = randomBytes(24).toString('base64url')
  const shown = showing(controlled)
  const server = createServer((request, response) => {
    answer(controlled, shown, token, request)
      .catch(troubleAnswer)
      .then((answered) => send(response, answered))
      .catch(() => response.destroy())
  })
  const bound = await listen(server, port)
  return { url: `http://127.0.0.1:${bound}`, token, close: () => stopListening(server) }
}

/** Masks the exchanges when somebody looks at them, and not before: most are never looked at. */
const showing = ({
  people,
  reference,
  switchboard,
}: Controlled): (() => readonly ShownExchange[]) => {
  const masker: Masker = createMasker(pseudonymsWith(randomKey()), false)
  masker.vault.learn('client secret', reference.client.secret)
  for (const { pid } of [...Object.values(reference.people), ...people])
    masker.vault.learn('pid', pid)
  const show = ({ server, exchange, applied }: Visit): ShownExchange => {
    const isPerson = server === 'api' && exchange.response.status === 200
    const isJson = exchange.response.fields.some(
      ([name, value]) => name.toLowerCase() === 'content-type' && /json|jose|jwt/.test(value),
    )
    const response = isJson
      ? exchange.response
      : { ...exchange.response, content: new Uint8Array() }
    return {
      ...recordExchange({ ...exchange, response }, masker, isPerson ? 'person' : 'open'),
      server,
      applied,
    }
  }
  return () => switchboard.visits().map(show)
}

const answer = async (
  controlled: Controlled,
  shown: () => readonly ShownExchange[],
  token: string,
  request: IncomingMessage,
): Promise<Answer> => {
  const { port } = request.socket.address() as { readonly port: number }
  const names = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (!names.includes(request.headers.host ?? '')) return refusal(421, 'ask for 127.0.0.1')
  if (!URL.canParse(request.url ?? '/', 'http://127.0.0.1')) return refusal(400, 'no such address')
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const { method = '' } = request
  if (method === 'GET' || method === 'HEAD') {
    const offered = searchParams.get('token')
    if (pathname === '/' && offered !== null) return entry(offered, token)
    return reading(pathname, controlled, shown, isKnown(request, token) ? token : undefined)
  }
  const sent = await contentOf(request)
  if (sent === undefined) return refusal(413, `a change has at most ${contentLimit} bytes`)
  if (pathname === '/form' && method === 'POST') return byForm(controlled, token, request, sent)
  const { authorization = '' } = request.headers
  if (!isSame(authorization, `Bearer ${token}`)) {
    const fields = { 'WWW-Authenticate': 'Bearer realm="krr sandbox"' }
    return { ...refusal(401, 'a change needs Authorization: Bearer <control.token>'), fields }
  }
  return change(`${method} ${pathname}`, controlled, sent)
}

/** The browser keeps the token, and the address loses it. */
const entry = (offered: string, token: string): Answer =>
  isSame(offered, token)
    ? {
        status: 303,
        fields: {
          Location: '/',
          'Set-Cookie': `${cookie}=${token}; HttpOnly; SameSite=Strict; Path=/`,
        },
      }
    : refusal(403, 'the token is of another start of the sandbox')

const reading = (
  path: string,
  controlled: Controlled,
  shown: () => readonly ShownExchange[],
  token: string | undefined,
): Answer => {
  switch (path) {
    case '/': {
      const state = { ...stateOf(controlled), exchanges: shown() }
      const content = controlPage(state, controlled.catalogue.listed, token && csrfOf(token))
      return { status: 200, type: 'text/html; charset=utf-8', content }
    }
    case '/status':
      return json(stateOf(controlled))
    case '/faults':
      return json(
        controlled.catalogue.listed.map(({ id, family, title }) => ({ id, family, title })),
      )
    case '/exchanges':
      return json(shown())
    default:
      return refusal(404, 'there are /, /status, /faults and /exchanges')
  }
}

const stateOf = ({ people, switchboard, reference }: Controlled): ControlState => ({
  apiUrl: reference.apiUrl,
  issuer: reference.issuer,
  specUrl: reference.specUrl,
  clientId: reference.client.id,
  people: [
    ...Object.entries(reference.people).map(([name, { pid, description }]) => ({
      ...{ name, pid, description },
    })),
    ...people.map(({ state, pid, title }) => ({ name: state, pid, description: title })),
  ].map((person) => ({ ...person, faults: idsOf(switchboard.personal().get(person.pid)) })),
  active: switchboard.active().map(({ id, title }) => ({ id, title })),
  counts: switchboard.counts(),
})

const idsOf = (faults: readonly Fault[] = []): readonly string[] => faults.map(({ id }) => id)

/** `PUT /active {"faults": ["DEF-…", "429=2"]}`, `DELETE /active`, `POST /people/reset`, `DELETE /exchanges`. */
const change = async (what: string, controlled: Controlled, sent: string): Promise<Answer> => {
  const { switchboard, reference } = controlled
  switch (what) {
    case 'PUT /active':
      switchOn(controlled, namedIn(sent))
      return json(stateOf(controlled))
    case 'DELETE /active':
      switchboard.set([])
      for (const pid of [...switchboard.personal().keys()]) switchboard.setFor(pid, [])
      return json(stateOf(controlled))
    case 'POST /people/reset':
      await reference.resetPeople()
      return { status: 204 }
    case 'DELETE /exchanges':
      switchboard.forget()
      return { status: 204 }
    default:
      return refusal(404, 'there are PUT and DELETE /active, POST /people/reset, DELETE /exchanges')
  }
}

interface Named {
  readonly faults: readonly string[]
  /** For whom alone. */
  readonly pid?: string
}

const switchOn = ({ catalogue, switchboard }: Controlled, { faults, pid }: Named): void => {
  const found = faults.map(catalogue.find)
  if (pid === undefined) switchboard.set(found)
  else switchboard.setFor(pid, found)
}

const namedIn = (sent: string): Named => {
  const wrong = new ConfigurationError([
    'the content must be {"faults": ["<id>", …]}, for one person with "pid": "<number>" beside',
  ])
  try {
    const { faults, pid } = JSON.parse(sent) as {
      readonly faults?: unknown
      readonly pid?: unknown
    }
    const isOfSomebody = typeof pid === 'string' && /^\d{11}$/.test(pid)
    if (Array.isArray(faults) && (pid === undefined || isOfSomebody))
      return { faults: faults.map(String), ...(isOfSomebody ? { pid } : {}) }
  } catch {
    throw wrong
  }
  throw wrong
}

/** What the page's own forms send: held to the cookie, to the page that was shown, and to where it came from. */
const byForm = async (
  controlled: Controlled,
  token: string,
  request: IncomingMessage,
  sent: string,
): Promise<Answer> => {
  const form = new URLSearchParams(sent)
  const { origin, host } = request.headers
  const isOwn = origin === `http://${host}` && isKnown(request, token)
  if (!isOwn || !isSame(form.get('csrf') ?? '', csrfOf(token)))
    return refusal(
      403,
      'only the page itself changes anything: open it by the link of the terminal',
    )
  const faults = (form.get('faults') ?? '').split(/[\s,]+/).filter((id) => id !== '')
  const what = form.get('change') ?? ''
  await change(what, controlled, JSON.stringify({ faults }))
  return { status: 303, fields: { Location: '/' } }
}

const isKnown = ({ headers }: IncomingMessage, token: string): boolean =>
  (headers.cookie ?? '').split(';').some((pair) => isSame(pair.trim(), `${cookie}=${token}`))

/** Stands in the page's forms: who can send it has read the page. */
const csrfOf = (token: string): string =>
  createHash('sha256').update(`form ${token}`).digest('base64url')

const isSame = (one: string, other: string): boolean => {
  const [first, second] = [one, other].map((text) => createHash('sha256').update(text).digest())
  return first !== undefined && second !== undefined && timingSafeEqual(first, second)
}

const contentOf = async (request: IncomingMessage): Promise<string | undefined> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > contentLimit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const json = (value: unknown): Answer => ({
  status: 200,
  type: 'application/json',
  content: `${JSON.stringify(value, null, 2)}\n`,
})

const refusal = (status: number, error: string): Answer => ({ ...json({ error }), status })

const troubleAnswer = (error: unknown): Answer =>
  error instanceof ConfigurationError ? refusal(400, error.message) : refusal(500, 'it broke')

const send = (response: ServerResponse, { status, type, content = '', fields }: Answer): void => {
  const isPage = type?.startsWith('text/html') === true
  response.writeHead(status, {
    'Content-Security-Policy': isPage ? pagePolicy : "default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': isPage ? 'same-origin' : 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    ...(type === undefined ? {} : { 'Content-Type': type }),
    ...(status === 204 ? {} : { 'Content-Length': Buffer.byteLength(content) }),
    ...fields,
  })
  response.end(response.req.method === 'HEAD' ? undefined : content)
}
