import { lookup } from 'node:dns/promises'
import { createServer, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { JWK } from 'jose'
import type { Provider } from 'oidc-provider'
import { Provider as ProviderClass } from 'oidc-provider/lib/provider.js'
import type { TlsIdentity } from '../pki/pki.ts'
import type { Attendant } from '../seam.ts'
import type { PassThrough } from '../seams.ts'
import { configuration } from './configuration.ts'
import type { OpAsks, OpHosts, OpMiddleware, OpParts, OpStep } from './context.ts'
import { codesWithADot, refuseMisusedCodes, silentRequests } from './grants.ts'
import {
  clientsByEitherMethod,
  createOpKeys,
  furtherRedirects,
  type OpClient,
  type OpKeys,
} from './keys.ts'
import { loginPages } from './login-pages.ts'
import { headlessLogin } from './login-steps.ts'
import {
  authorizationResponse,
  jwkSet,
  logout,
  providerMetadata,
  pushedRequests,
  redirectsAreFound,
  selfContainedTokens,
  tokenResponse,
} from './mending.ts'
import { createStore } from './store.ts'
import { idPortenIdTokens, selfContainedAccessTokens } from './tokens.ts'

export type { OpAsks } from './context.ts'
export type { OpClient, OpKeys } from './keys.ts'

/** A request that came in, without its query: that carries codes and personal values. */
export interface OpRequest {
  readonly method: string
  readonly path: string
  /** Empty where it was not said. */
  readonly userAgent: string
}

/** How a provider is to run. */
export interface OpOptions {
  /** 0, or nothing, for any that is free. The provider listens on 127.0.0.1 only. */
  readonly port?: number
  /** Puts something before it: hears the provider's port, and gives the one at which it is reached instead. */
  readonly front?: ((port: number) => Promise<number>) | undefined
  /** The host name by which it is reached, by https at the usual port; else plain http on loopback. */
  readonly named?: { readonly host: string; readonly tls: TlsIdentity } | undefined
  readonly seams: PassThrough
  readonly attendant?: Attendant | undefined
  /** Shared by several providers of a process, for they take long to make. */
  readonly keys?: OpKeys
  readonly clients: readonly OpClient[]
  readonly asks?: OpAsks
  /** Whether each use of a refresh token gives another one. Whether ID-porten does so is not known. */
  readonly rotatesRefreshTokens?: boolean | undefined
  /** Whether login, TestID and MinID are at hosts of their own, as ID-porten's are; on loopback alone. */
  readonly hasSeveralHosts?: boolean | undefined
  /** Milliseconds added to every response. */
  readonly latencyMs?: number
  readonly onRequest?: (request: OpRequest) => void
}

/** A provider that listens. */
export interface RunningOp {
  /** The one that it listens on, whatever its issuer says. */
  readonly port: number
  /** `http://localhost:<port>`, without a trailing slash; by the address where that name does not lead here. */
  readonly issuer: string
  readonly hosts: OpHosts | undefined
  /** The keys that tokens verify with, whatever a defect publishes. */
  publicJwks(): { readonly keys: readonly JWK[] }
  /** Whether the access token with this `jti` is dead: revoked, or never issued. Expiry does not matter. */
  isRevoked(jti: string): boolean
  /** Stops at once, open connections included. */
  close(): Promise<void>
}

/** The provider could not listen. */
class OpStartError extends Error {
  override readonly name = 'OpStartError'
  readonly code = 'REFERENCE_OP_START'
}

/** From the outermost step to the innermost; the provider itself comes after them. */
const steps: readonly OpStep[] = [
  redirectsAreFound,
  providerMetadata,
  jwkSet,
  pushedRequests,
  tokenResponse,
  authorizationResponse,
  selfContainedTokens,
  logout,
  headlessLogin,
  silentRequests,
  loginPages,
]

/**
 * Starts an ID-porten on this machine: oidc-provider with ID-porten's paths, claims and pages.
 * @throws OpStartError where the port cannot be had
 */
export const startOp = async (options: OpOptions): Promise<RunningOp> => {
  const { named } = options
  const server = createOpServer(named?.tls)
  const [keys, port, here] = await Promise.all([
    options.keys ?? createOpKeys(),
    listen(server, options.port ?? 0),
    loopbackName(),
  ])
  const reachedAt = (await options.front?.(port)) ?? port
  const issuer = named === undefined ? `http://${here}:${reachedAt}` : `https://${named.host}`
  const store = createStore()
  const { attendant, clients, seams, asks = {}, rotatesRefreshTokens = false } = options
  const pages = options.hasSeveralHosts === true ? createServer() : undefined
  const hosts = pages && hostsAt(reachedAt, await listen(pages, 0))
  const parts: OpParts = { issuer, keys, clients, seams, asks, rotatesRefreshTokens, hosts }
  const provider = new ProviderClass(issuer, configuration(parts, store))
  selfContainedAccessTokens(provider, parts)
  idPortenIdTokens(provider, parts)
  refuseMisusedCodes(provider, parts)
  codesWithADot(provider)
  clientsByEitherMethod(provider)
  furtherRedirects(provider, clients)
  const stopping = new AbortController()
  provider.use(observed(options, stopping.signal) as Parameters<Provider['use']>[0])
  for (const step of steps) provider.use(step(provider, parts) as Parameters<Provider['use']>[0])
  const handle = provider.callback()
  for (const each of pages === undefined ? [server] : [server, pages])
    each.on('request', (request, response) => {
      // A page whose own host name was made to lead here (DNS rebinding) gets nothing.
      if (!isOwnHost(request.headers.host, named?.host)) return void response.writeHead(421).end()
      const serve = () => handle(request, response)
      void (attendant === undefined ? serve() : attendant('op', request, response, serve))
    })
  return {
    port,
    issuer,
    hosts,
    publicJwks: () => ({ keys: [keys.publicJwk] }),
    isRevoked: (jti) => !store.has('AccessToken', jti),
    close: async () => {
      stopping.abort()
      await Promise.all([close(server), ...(pages === undefined ? [] : [close(pages)])])
    },
  }
}

const isOwnHost = (host: string | undefined, named: string | undefined): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host ?? '') ||
  (named !== undefined && host?.replace(/:443$/, '') === named)

/** Loopback has two names: cookies of the one do not come to the other. Ports keep no cookies apart (RFC 6265, 8.5). */
const hostsAt = (port: number, pagesPort: number): OpHosts => ({
  login: `http://127.0.0.1:${port}`,
  testid: `http://127.0.0.1:${pagesPort}`,
  minid: `http://localhost:${pagesPort}`,
})

/** `localhost`, unless this machine takes it for something else than where the servers listen, or for nothing. */
const loopbackName = async (): Promise<string> => {
  const addresses = await lookup('localhost', { all: true }).catch(() => [])
  return addresses.some(({ address }) => address === '127.0.0.1') ? 'localhost' : '127.0.0.1'
}

const createOpServer = (tls: TlsIdentity | undefined): Server =>
  tls === undefined ? createServer() : createHttpsServer({ key: tls.keyPem, cert: tls.certPem })

const observed =
  ({ latencyMs = 0, onRequest }: OpOptions, signal: AbortSignal): OpMiddleware =>
  async (ctx, next) => {
    onRequest?.({ method: ctx.method, path: ctx.path, userAgent: ctx.get('user-agent') })
    await next()
    if (latencyMs > 0) await delay(latencyMs, undefined, { signal }).catch(() => {})
  }

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new OpStartError(`the reference OpenID provider cannot listen on port ${port}`, { cause }),
      )
    })
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
