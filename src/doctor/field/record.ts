import type { Environment, RunSettings } from '../../config/environment.ts'
import { contentJson, parseJson } from '../../evidence/exchange.ts'
import { isJsonObject, type JsonObject } from '../../evidence/json.ts'
import { parseJws } from '../../evidence/jws.ts'
import { krrScopes } from '../../evidence/person-reading.ts'
import { EvidenceUnavailableError, type Send } from '../../evidence/transport.ts'
import { type Flow, type FlowOptions, runFlow } from '../../login/flow.ts'
import { headlessLogin } from '../../login/headless-login.ts'
import { openLoginBrowser } from '../../login/login-browser.ts'
import type { SeenPage } from '../../login/pages/seen-page.ts'
import { type Client, createClient } from '../../oidc/client.ts'
import { discoverProvider } from '../../oidc/provider.ts'
import { refreshTokens, revokeToken } from '../../oidc/token-request.ts'
import { type FieldRecord, factsOf, formOf, type TokenForm } from './facts.ts'

export interface RecordOptions {
  readonly environment: Environment
  readonly settings: RunSettings
  readonly send: Send
  readonly userAgent: string
}

/**
 * Logs the main test user in once and keeps what was met, as far as the login comes. The person API is not asked, and
 * the tokens are revoked.
 * @throws EvidenceUnavailableError where there are no metadata to log in by
 */
export const recordField = async (options: RecordOptions): Promise<FieldRecord> => {
  const { environment, send } = options
  const cookies = new Set<string>()
  const pages: FieldRecord['pages'][number][] = []
  let since = Date.now()
  const onSecret = () => {}
  const provider = await discoverProvider({ ...environment, send, onSecret })
  const client = await createClient({ environment, provider, send, onSecret })
  const driver = driverOf(options, {
    onPage: (seen) => {
      pages.push({ ...seen, afterMs: Date.now() - since })
      since = Date.now()
    },
    onMatched: (matched) => {
      const last = pages.pop()
      if (last !== undefined) pages.push({ ...last, matched })
    },
    onCookie: (name) => void cookies.add(name),
  })
  try {
    const { flow, stopped } = await flowOrStop({
      client,
      driver,
      persona: 'MAIN',
      expectedPid: environment.pid,
      scopes: krrScopes,
    })
    const record = {
      schemaVersion: 1 as const,
      environment: environment.name,
      madeAt: new Date().toISOString(),
      issuer: environment.issuer,
      ...(stopped === undefined ? {} : { stopped }),
      hosts: [...new Set(pages.map(({ host }) => host))],
      pages,
      cookies: [...cookies].sort(),
      metadata: provider.metadata as unknown as JsonObject,
      jwks: keysOf(contentJson(provider.reading.jwks.response)),
      ...(flow === undefined ? nothingCame : await whatCame(client, flow)),
    }
    return { ...record, facts: factsOf(record) }
  } finally {
    await driver.close()
  }
}

/** The login to its end, or where it stopped: that is what a first evening needs to know. */
const flowOrStop = (
  options: FlowOptions,
): Promise<{ readonly flow?: Flow; readonly stopped?: string }> =>
  runFlow(options).then(
    (flow) => ({ flow }),
    (error: unknown) => {
      if (error instanceof EvidenceUnavailableError) return { stopped: error.message }
      throw error
    },
  )

type WhatCame = Pick<
  FieldRecord,
  'callback' | 'tokenResponse' | 'accessToken' | 'idToken' | 'traits'
>

const nothingCame: WhatCame = {
  callback: { parameters: [], code: 'none came' },
  tokenResponse: {},
  accessToken: { header: {}, claims: {} },
  idToken: { header: {}, claims: {} },
  traits: {},
}

/** What the redirect and the token response hold. */
const whatCame = async (client: Client, flow: Flow): Promise<WhatCame> => {
  const response = contentJson(flow.reading.token.response)
  const body = isJsonObject(response) ? response : {}
  const { granted } = flow.outcome
  const code = flow.callback.searchParams.get('code') ?? ''
  const access = claimsIn(body['access_token'])
  const id = claimsIn(body['id_token'])
  return {
    callback: {
      parameters: [...new Set(flow.callback.searchParams.keys())].sort(),
      code: code.includes('.') ? 'has a dot' : 'has no dot',
    },
    tokenResponse: formsOf(body),
    accessToken: tokenForm(access),
    idToken: tokenForm(id),
    traits: {
      'access token lifetime': lifetimeOf(access?.claims),
      'access token sub':
        access?.claims['sub'] === access?.claims['pid'] ? 'equals pid' : 'another',
      'access token type': access === undefined ? 'opaque' : 'JWT',
      'ID token lifetime': lifetimeOf(id?.claims),
      'scopes granted': orderOf(body['scope'], flow.reading.request.scopes),
      'refresh token': await rotation(client, granted?.refreshToken),
    },
  }
}

interface Listeners {
  readonly onPage: (seen: SeenPage) => void
  readonly onMatched: (way: string) => void
  readonly onCookie: (name: string) => void
}

const driverOf = ({ environment, settings, send, userAgent }: RecordOptions, heard: Listeners) => {
  const common = { environment, onSecret: () => {}, pidOf: () => environment.pid ?? '' }
  if (environment.login === 'headless') return headlessLogin({ ...common, send })
  return openLoginBrowser({ environment, settings }).logIn({
    ...common,
    ...heard,
    expected: ['MAIN'],
    userAgent,
  })
}

type Claims = { readonly header: JsonObject; readonly claims: JsonObject }

const claimsIn = (token: unknown): Claims | undefined => {
  const jws = typeof token === 'string' ? parseJws(token) : undefined
  const claims = jws === undefined ? undefined : parseJson(new TextDecoder().decode(jws.payload))
  return jws !== undefined && isJsonObject(claims) ? { header: jws.header, claims } : undefined
}

const formsOf = (members: JsonObject): Record<string, string> =>
  Object.fromEntries(
    Object.entries(members)
      .slice(0, 60)
      .map(([name, value]) => [name.slice(0, 60), formOf(name, value)]),
  )

const tokenForm = (token: Claims | undefined): TokenForm =>
  token === undefined
    ? { header: {}, claims: {} }
    : { header: formsOf(token.header), claims: formsOf(token.claims) }

const lifetimeOf = (claims: JsonObject | undefined): string => {
  const [exp, iat] = [claims?.['exp'], claims?.['iat']]
  return typeof exp === 'number' && typeof iat === 'number' ? `${exp - iat} s` : 'not told'
}

const orderOf = (scope: unknown, asked: readonly string[]): string => {
  if (typeof scope !== 'string') return 'not told'
  const granted = scope.split(' ')
  if (granted.join(' ') === asked.join(' ')) return 'as asked for'
  return [...granted].sort().join(' ') === [...asked].sort().join(' ')
    ? 'in another order'
    : 'other ones'
}

const rotation = async (client: Client, refreshToken: string | undefined): Promise<string> => {
  if (refreshToken === undefined) return 'none'
  const again = await refreshTokens(client, refreshToken).catch(() => undefined)
  await revokeToken(client, again?.refreshToken ?? refreshToken).catch(() => {})
  if (again === undefined) return 'is refused'
  return again.refreshToken === undefined || again.refreshToken === refreshToken
    ? 'stays the same'
    : 'is another one after each use'
}

const keysOf = (jwks: unknown): readonly string[] => {
  const keys = isJsonObject(jwks) && Array.isArray(jwks['keys']) ? jwks['keys'] : []
  return keys
    .filter(isJsonObject)
    .slice(0, 20)
    .map(({ kty, alg, use, n, crv, x5c }) =>
      [
        kty,
        typeof n === 'string' ? `${Buffer.from(n, 'base64url').length * 8} bits` : crv,
        alg,
        use,
        x5c === undefined ? undefined : 'x5c',
      ]
        .filter((part) => typeof part === 'string')
        .join(' ')
        .slice(0, 100),
    )
}
