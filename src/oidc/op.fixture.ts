import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { type Environment, userScopes } from '../config/environment.ts'
import type { Exchange } from '../evidence/exchange.ts'
import type { Persona } from '../evidence/person-reading.ts'
import type { Send } from '../evidence/transport.ts'
import { openTransport, type TransportOptions } from '../evidence/undici-transport.ts'
import { createOpKeys, type OpKeys } from '../reference/op/keys.ts'
import { type OpOptions, type RunningOp, startOp } from '../reference/op/start.ts'
import { type Injections, seamsWith } from '../reference/seams.ts'

/** Synthetic persons (month + 80) with valid control digits. */
export const pids = { MAIN: '20914695016', RESERVED: '28876895937' } as const satisfies Partial<
  Record<Persona, string>
>

export const clientId = 'krr-conformance'
export const clientSecret = 'a-secret-of-the-tests'
export const redirectUri = 'http://localhost:3000/callback'

/** A key pair of a client that authenticates by `private_key_jwt`. */
export const clientKeys = async (): Promise<{ readonly own: JWK; readonly public: JWK }> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const named = { kid: 'own', alg: 'RS256' }
  return {
    own: { ...(await exportJWK(privateKey)), ...named },
    public: { ...(await exportJWK(publicKey)), ...named },
  }
}

let keys: Promise<OpKeys> | undefined

/** The reference ID-porten on a free port. */
export const startTestOp = async (
  injections: Injections = {},
  options: Partial<OpOptions> = {},
): Promise<RunningOp> => {
  keys ??= createOpKeys()
  const clients = [{ clientId, secret: clientSecret, redirectUris: [redirectUri] }]
  return startOp({ seams: seamsWith(injections), clients, keys: await keys, ...options })
}

/** An environment at the issuer, complete. */
export const environmentAt = (issuer: string, changes: Partial<Environment> = {}): Environment => ({
  name: 'mine',
  keyName: 'MINE',
  production: false,
  apiUrl: 'https://localhost:1/rest/v1/person',
  issuer,
  specUrl: undefined,
  clientId,
  clientAuthentication: { method: 'client_secret', secret: clientSecret },
  clientSecretExpires: undefined,
  redirectUri,
  pid: pids.MAIN,
  expect: [],
  spraak: undefined,
  personas: {},
  login: 'headless',
  minid: undefined,
  acrValues: 'idporten-loa-substantial',
  loginHosts: [new URL(issuer).host],
  stepSeconds: 10,
  allowWrite: true,
  writeRefusal: undefined,
  ca: undefined,
  trustAnchors: [],
  scopes: [...userScopes],
  jwsPin: undefined,
  jwsOrgnr: '991825827',
  expiryWaitSeconds: 0,
  maxRequestsPerSecond: undefined,
  ...changes,
})

/** A sender over real connections that keeps what it exchanged. */
export interface TestSender {
  readonly send: Send
  readonly exchanges: readonly Exchange[]
  close(): Promise<void>
}

export const openTestSender = (
  way: Partial<Pick<TransportOptions, 'ca' | 'httpsProxy'>> = {},
): TestSender => {
  const { transport, close } = openTransport({
    ca: undefined,
    httpsProxy: undefined,
    noProxy: undefined,
    ...way,
    userAgent: 'krr-conformance tests',
  })
  const exchanges: Exchange[] = []
  const send: Send = async (label, request) => {
    const startedAt = Date.now()
    const response = await transport(request)
    const exchange: Exchange = {
      id: `x-${exchanges.length + 1}`,
      label,
      request,
      response,
      startedAt,
      receivedAt: Date.now(),
      failedAttempts: [],
    }
    exchanges.push(exchange)
    return exchange
  }
  return { send, exchanges, close }
}
