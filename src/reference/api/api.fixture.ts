import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { Agent, type Dispatcher } from 'undici'
import { onTestFinished } from 'vitest'
import { createOpKeys } from '../op/keys.ts'
import { createPeople, type PersonName, type ReferencePeople } from '../people.ts'
import { createPki } from '../pki/pki.ts'
import { type Injections, seamsWith } from '../seams.ts'
import { contactScope, languageScope, mailboxScope } from './authenticate.ts'
import type { JsonObject } from './message.ts'
import { type ApiOptions, startApi } from './start.ts'

export const issuer = 'http://localhost:1'
export const [pki, opKeys, foreignKeys] = await Promise.all([
  createPki(),
  createOpKeys(),
  createOpKeys(),
])
export const people: ReferencePeople = createPeople(Date.now(), pki.mailboxCertificate)

export const contact = contactScope
export const mailbox = mailboxScope
export const write = languageScope
export const everything = [contact, mailbox, write]

/** What a token differs in from a good one; a claim that is undefined is left out. */
export interface TokenVariation {
  readonly person?: PersonName
  readonly scopes?: readonly string[]
  readonly claims?: JsonObject
  readonly header?: JsonObject
  readonly privateKey?: Parameters<SignJWT['sign']>[0]
}

/** An access token as the provider makes them. */
export const token = ({
  person = 'MAIN',
  scopes = everything,
  claims = {},
  header = {},
  privateKey = opKeys.privateKey,
}: TokenVariation = {}): Promise<string> => {
  const now = Math.floor(Date.now() / 1000)
  const all = {
    iss: issuer,
    client_id: 'krr-conformance',
    pid: people[person].pid,
    scope: ['openid', 'profile', ...scopes].join(' '),
    iat: now,
    exp: now + 120,
    jti: randomUUID(),
    ...claims,
  }
  return new SignJWT(all)
    .setProtectedHeader({ alg: 'RS256', kid: String(opKeys.publicJwk.kid), ...header })
    .sign(privateKey)
}

export interface Received {
  readonly status: number
  readonly fields: Dispatcher.ResponseData['headers']
  readonly content: Buffer
  readonly json: () => JsonObject
}

export interface Asking {
  readonly method?: Dispatcher.HttpMethod | 'TRACE'
  readonly path?: string
  readonly token?: string
  readonly fields?: Record<string, string | string[]>
  readonly content?: string | Buffer
}

export interface TestApi {
  readonly ask: (asking?: Asking) => Promise<Received>
  readonly apiUrl: string
  readonly specUrl: string
  readonly close: () => Promise<void>
}

/** An API on a free port for one test, with a client that trusts its root and nothing else. */
export const startTestApi = async (
  injections: Injections = {},
  options: Partial<ApiOptions> = {},
): Promise<TestApi> => {
  const api = await startApi({
    pki,
    people,
    issuer,
    publicJwks: () => ({ keys: [opKeys.publicJwk] }),
    isRevoked: () => false,
    seams: seamsWith(injections),
    ...options,
  })
  const agent = new Agent({ connect: { ca: pki.caPem } })
  onTestFinished(async () => {
    await agent.close()
    await api.close()
  })
  const ask = async (asking: Asking = {}): Promise<Received> => {
    const { method = 'GET', path = '/rest/v1/person', fields = {}, content } = asking
    const response = await agent.request({
      origin: new URL(api.apiUrl).origin,
      path,
      method: method as Dispatcher.HttpMethod,
      headers: {
        ...(asking.token === undefined ? {} : { authorization: `Bearer ${asking.token}` }),
        ...fields,
      },
      ...(content === undefined ? {} : { body: content }),
    })
    const received = Buffer.from(await response.body.arrayBuffer())
    return {
      status: response.statusCode,
      fields: response.headers,
      content: received,
      json: () => JSON.parse(received.toString('utf8')) as JsonObject,
    }
  }
  return { ask, apiUrl: api.apiUrl, specUrl: api.specUrl, close: api.close }
}

/** A PATCH with this document. */
export const patch = (
  api: TestApi,
  token: string,
  content: string | Buffer,
  type = 'application/json',
): Promise<Received> =>
  api.ask({ method: 'PATCH', token, content, fields: { 'content-type': type } })
