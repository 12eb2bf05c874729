import { randomBytes } from 'node:crypto'
import type { KrrScope } from '../evidence/person-reading.ts'
import { PortInUseError } from './api/message.ts'
import type { PersonRecord } from './api/register.ts'
import { startApi } from './api/start.ts'
import { type OpAsks, type OpClient, type OpOptions, type RunningOp, startOp } from './op/start.ts'
import { createPeople, type ReferencePeople } from './people.ts'
import { tlsIdentity } from './pki/pki.ts'
import type { Attendant } from './seam.ts'
import { type PassThrough, seamsWith } from './seams.ts'
import { createShared, type ReferenceShared, redirectUri } from './shared.ts'

export { PortInUseError } from './api/message.ts'
export { DataFileError } from './api/register.ts'
export { createShared, type ReferenceShared } from './shared.ts'

export interface ReferenceOptions {
  /** Where defects enter; without it the environment conforms. */
  readonly seams?: PassThrough
  readonly shared?: ReferenceShared
  /** Hears each request before it is served. */
  readonly attendant?: Attendant | undefined
  /** 0 or nothing: any free port. */
  readonly opPort?: number
  readonly apiPort?: number
  /**
   * Host names by which both are reached, by https at the usual port, in place of loopback's: whoever leads there asks
   * `ports`.
   */
  readonly hosts?: { readonly api: string; readonly op: string } | undefined
  /** Puts something before the OpenID provider: hears its port, and gives the one at which it is reached instead. */
  readonly opFront?: (port: number) => Promise<number>
  /** Added to every response of both servers, in milliseconds. */
  readonly latencyMs?: number
  /** Keeps the languages that PATCH set, from one start to the next. */
  readonly dataFile?: string
  /** What the login asks beside who the person is. */
  readonly asks?: OpAsks
  /** Delivers contact information that has expired, which is filtered otherwise. */
  readonly deliverExpired?: boolean
  /** Answers at the person's address with a slash behind it too, as Digdir's own collection of requests asks. */
  readonly answersTrailingSlash?: boolean
  /** The API speaks HTTP/2 with whoever offers it. */
  readonly speaksHttp2?: boolean
  /** Each use of a refresh token gives another one. */
  readonly rotatesRefreshTokens?: boolean
  /** Login, TestID and MinID are at hosts of their own, as ID-porten's are. */
  readonly hasSeveralHosts?: boolean
  /** The `krr:user/*` scopes that the environment's own clients are registered for; all three where nothing is said. */
  readonly scopes?: readonly KrrScope[] | undefined
  /** The environment's own client in place of the usual one, whose secret is made at each start. */
  readonly client?: { readonly id: string; readonly secret: string } | undefined
  /** Where that client may be sent back to, beside the usual place. */
  readonly redirectUris?: readonly string[] | undefined
  /** That client may be sent back to any address on loopback. */
  readonly allowsAnyLoopbackRedirect?: boolean | undefined
  /** Registered beside the environment's own people; one with a number of theirs stands in their place. */
  readonly furtherPeople?: ((mailboxCertificate: string) => readonly PersonRecord[]) | undefined
  /** Registered beside the environment's own client. */
  readonly clients?: readonly OpClient[]
  /** The OpenAPI document to publish; `specs/krr-person.openapi.json` where nothing is said. */
  readonly specFile?: string
}

/** A running KRR with its ID-porten. */
export interface ReferenceEnvironment {
  /** The person resource's whole address. */
  readonly apiUrl: string
  readonly issuer: string
  readonly specUrl: string
  /** Where the servers listen on 127.0.0.1. */
  readonly ports: { readonly api: number; readonly op: number }
  /** PEM of the root that TLS certificates lead to: the API's, and the provider's where it has one. */
  readonly caPem: string
  /** PEM of the root that the JWS signing certificate leads to. */
  readonly trustAnchorPem: string
  /** By client_secret_basic or client_secret_post. The secret is made at each start. */
  readonly client: { readonly id: string; readonly secret: string }
  /** Another one, whose access tokens live for a second. */
  readonly shortLivedClient: { readonly id: string; readonly secret: string }
  readonly redirectUri: string
  /** The hosts of the login beside the issuer's. */
  readonly loginHosts: readonly string[]
  /** What its clients are registered for; undefined: all three scopes. */
  readonly scopes: readonly KrrScope[] | undefined
  readonly people: ReferencePeople
  /** Moves the API's clock on: tokens age, and what is changed is changed later. */
  readonly letTimePass: (ms: number) => void
  /** Puts every person back as they were registered at the start. */
  readonly resetPeople: () => Promise<void>
  /** Stops both servers at once, open connections included. */
  readonly stop: () => Promise<void>
}

const usualClientId = 'krr-conformance'
const shortLivedClientId = 'krr-conformance-short-lived'

/**
 * Starts the OpenID provider and the person API on 127.0.0.1.
 * @throws PortInUseError where a port that was asked for is taken
 * @throws DataFileError where the data file cannot be used
 */
export const startReference = async (
  options: ReferenceOptions = {},
): Promise<ReferenceEnvironment> => {
  const { opKeys, pki } = options.shared ?? (await createShared())
  const seams = options.seams ?? seamsWith()
  const { attendant, scopes, client = { id: usualClientId, secret: newSecret() } } = options
  const shortLivedSecret = newSecret()
  const op = await startOpOrSayWhy({
    port: options.opPort ?? 0,
    front: options.opFront,
    named:
      options.hosts === undefined
        ? undefined
        : { host: options.hosts.op, tls: tlsIdentity(pki, options.hosts.op) },
    seams,
    attendant,
    keys: opKeys,
    clients: [
      {
        clientId: client.id,
        secret: client.secret,
        redirectUris: [redirectUri, ...(options.redirectUris ?? [])],
        allowsAnyLoopbackRedirect: options.allowsAnyLoopbackRedirect,
        scopes,
      },
      {
        clientId: shortLivedClientId,
        secret: shortLivedSecret,
        redirectUris: [redirectUri],
        accessTokenLifetimeSeconds: 1,
        scopes,
      },
      ...(options.clients ?? []),
    ],
    asks: options.asks ?? {},
    rotatesRefreshTokens: options.rotatesRefreshTokens,
    hasSeveralHosts: options.hasSeveralHosts ?? options.shared?.hasSeveralHosts,
    latencyMs: options.latencyMs ?? 0,
  })
  let aheadMs = 0
  try {
    const people = createPeople(Date.now(), pki.mailboxCertificate)
    const api = await startApi({
      pki,
      people,
      furtherPeople: options.furtherPeople?.(pki.mailboxCertificate),
      issuer: op.issuer,
      publicJwks: () => ({ keys: [...op.publicJwks().keys] }),
      isRevoked: (jti) => op.isRevoked(jti),
      now: () => Date.now() + aheadMs,
      seams,
      attendant,
      port: options.apiPort,
      host: options.hosts?.api,
      latencyMs: options.latencyMs,
      dataFile: options.dataFile,
      deliverExpired: options.deliverExpired,
      answersTrailingSlash: options.answersTrailingSlash,
      speaksHttp2: options.speaksHttp2,
      specFile: options.specFile,
    })
    return {
      apiUrl: api.apiUrl,
      issuer: op.issuer,
      specUrl: api.specUrl,
      ports: { api: api.port, op: op.port },
      caPem: pki.caPem,
      trustAnchorPem: pki.trustAnchorPem,
      client,
      shortLivedClient: { id: shortLivedClientId, secret: shortLivedSecret },
      redirectUri,
      loginHosts: Object.values(op.hosts ?? {}).map((origin) => new URL(origin).host),
      scopes,
      people,
      letTimePass: (ms) => {
        aheadMs += ms
      },
      resetPeople: () => api.resetPeople(),
      stop: async () => {
        await Promise.all([op.close(), api.close()])
      },
    }
  } catch (error) {
    await op.close()
    throw error
  }
}

const newSecret = (): string => randomBytes(24).toString('base64url')

const startOpOrSayWhy = async (options: OpOptions): Promise<RunningOp> => {
  try {
    return await startOp(options)
  } catch (error) {
    const { cause } = error instanceof Error ? error : {}
    const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
    throw isTaken ? new PortInUseError(options.port ?? 0, { cause: error }) : error
  }
}
