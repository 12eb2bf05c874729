import type { IncomingMessage, ServerResponse } from 'node:http'
import { createSecureServer } from 'node:http2'
import { createServer, type Server, type ServerOptions } from 'node:https'
import { setTimeout as delay } from 'node:timers/promises'
import type { JSONWebKeySet } from 'jose'
import type { ReferencePeople } from '../people.ts'
import { type Pki, tlsIdentity } from '../pki/pki.ts'
import type { Attendant } from '../seam.ts'
import type { PassThrough } from '../seams.ts'
import type { Answer } from './answer.ts'
import { createAuthenticate } from './authenticate.ts'
import { deliver, withCommonFields } from './deliver.ts'
import { answerDocumentation, apiDocsPath, projectSpecFile } from './documentation.ts'
import { letPlainHttpIn, listen, receive, stopListening } from './message.ts'
import { answerPerson } from './person-resource.ts'
import { refuse } from './refuse.ts'
import { createRegister, type PersonRecord } from './register.ts'
import type { RequestContext } from './seams.ts'

const personPath = '/rest/v1/person'

export interface ApiOptions {
  readonly pki: Pki
  readonly people: ReferencePeople
  /** Registered beside them; one with a number of theirs stands in their place. */
  readonly furtherPeople?: readonly PersonRecord[] | undefined
  readonly issuer: string
  /** The issuer's public keys, read once. */
  readonly publicJwks: () => JSONWebKeySet | Promise<JSONWebKeySet>
  /** Whether the access token with this `jti` was revoked. */
  readonly isRevoked: (jti: string) => boolean | Promise<boolean>
  /** Milliseconds since the epoch; the system's clock where nothing is said. */
  readonly now?: (() => number) | undefined
  readonly seams: PassThrough
  readonly attendant?: Attendant | undefined
  /** 0 or nothing: any free port. */
  readonly port?: number | undefined
  /** The host name by which it is reached, by https at the usual port; 127.0.0.1 at its own port where nothing is said. */
  readonly host?: string | undefined
  /** Added to every response, in milliseconds. */
  readonly latencyMs?: number | undefined
  /** Keeps the languages that PATCH set. */
  readonly dataFile?: string | undefined
  /** Delivers contact information that has expired, which is filtered otherwise. */
  readonly deliverExpired?: boolean | undefined
  /** Answers at the person's address with a slash behind it too, as Digdir's own collection of requests asks. */
  readonly answersTrailingSlash?: boolean | undefined
  /** Speaks HTTP/2 with whoever offers it, and HTTP/1.1 with everybody else. */
  readonly speaksHttp2?: boolean | undefined
  /** The OpenAPI document to publish; `specs/krr-person.openapi.json` where nothing is said. */
  readonly specFile?: string | undefined
}

export interface RunningApi {
  /** The one that it listens on, whatever its addresses say. */
  readonly port: number
  /** `https://127.0.0.1:…/rest/v1/person` */
  readonly apiUrl: string
  /** `https://127.0.0.1:…/v3/api-docs` */
  readonly specUrl: string
  /** Puts every person back as they were registered at the start. */
  readonly resetPeople: () => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Starts the person API over https on 127.0.0.1.
 * @throws PortInUseError, DataFileError
 */
export const startApi = async (options: ApiOptions): Promise<RunningApi> => {
  const { pki, people, issuer, seams, now = Date.now } = options
  const { keyPem, certPem } = tlsIdentity(pki, options.host)
  const tls: ServerOptions = { key: keyPem, cert: certPem, minVersion: 'TLSv1.2' }
  const usual = Object.values(people).flatMap(({ record }) => record ?? [])
  const records = [...usual, ...(options.furtherPeople ?? [])]
  const [tlsOptions, jwks, register] = await Promise.all([
    seams('tlsOptions', tls, { pki }),
    options.publicJwks(),
    createRegister(records, options.dataFile),
  ])
  const server = createApiServer(tlsOptions, options.speaksHttp2 ?? false)
  const port = await listen(server, options.port ?? 0)
  const origin = `https://${options.host ?? `127.0.0.1:${port}`}`
  const apiUrl = `${origin}${personPath}`
  const policy = {
    issuer,
    jwks,
    // A token for nobody in particular says `unspecified` or has no `aud` at all.
    audiences: [apiUrl, origin, 'unspecified'],
    isRevoked: options.isRevoked,
  }
  const person = {
    issuer,
    jwks,
    register,
    seams,
    authenticate: createAuthenticate(policy),
    deliverExpired: options.deliverExpired ?? false,
  }
  const specFile = options.specFile ?? projectSpecFile()
  const documentation = { specFile, origin, seams }

  const isPersonPath = (path: string): boolean =>
    path === personPath || (options.answersTrailingSlash === true && path === `${personPath}/`)

  const answer = async (context: RequestContext): Promise<Answer> => {
    if (isPersonPath(context.request.path)) return answerPerson(person, context)
    const documented = await answerDocumentation(documentation, context)
    const nothingHere = { status: 404, description: 'There is nothing here' }
    return { response: documented ?? (await refuse(nothingHere, seams, context)) }
  }

  const answerOrApologise = (context: RequestContext): Promise<Answer> =>
    answer(context).catch(async () => {
      const broken = { status: 500, description: 'The request could not be answered' }
      return { response: await refuse(broken, seams, context) }
    })

  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    try {
      const request = await receive(incoming)
      if (options.latencyMs !== undefined) await delay(options.latencyMs)
      const context = { request, people, pki, now: now() }
      const { response, claims, scopes, representation, record } = await answerOrApologise(context)
      const common = withCommonFields(response, isPersonPath(request.path))
      const known = { claims, scopes: scopes ?? [], representation, record }
      deliver(request, await seams('response', common, { ...context, ...known }), outgoing)
    } catch {
      // The client went away while it was sending, or a defect made a response that cannot be sent.
      outgoing.destroy()
    }
  }
  const { attendant } = options
  server.on(
    'request',
    attendant === undefined
      ? serve
      : (incoming, outgoing) =>
          void attendant('api', incoming, outgoing, () => serve(incoming, outgoing)),
  )
  const plainListener = await seams('plainHttp', undefined, { serve })
  if (plainListener !== undefined) letPlainHttpIn(server, plainListener)

  return {
    port,
    apiUrl,
    specUrl: `${origin}${apiDocsPath}`,
    resetPeople: () => register.reset(),
    close: () => stopListening(server),
  }
}

// Requests and responses of HTTP/2 have the form of HTTP/1.1's (node's compatibility API), yet not their types.
const createApiServer = (tlsOptions: ServerOptions, speaksHttp2: boolean): Server =>
  speaksHttp2
    ? (createSecureServer({ ...tlsOptions, allowHTTP1: true }) as unknown as Server)
    : createServer({ ...tlsOptions, keepAliveTimeout: 60_000 })
