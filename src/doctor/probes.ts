import { lookup } from 'node:dns/promises'
import { type BrowserKind, findBrowser } from '../browser/find-browser.ts'
import { connectBrowser, launchBrowser } from '../browser/open-browser.ts'
import { ConfigurationError } from '../config/configuration-error.ts'
import type { Environment, RunSettings } from '../config/environment.ts'
import { placeName } from '../contract/place.ts'
import { findPublishedDocument } from '../contract/publish.ts'
import {
  brokenPromises,
  loadJudgedSnapshot,
  otherChanges,
} from '../contract/snapshot-comparison.ts'
import { contentJson, type Exchange, fieldValue } from '../evidence/exchange.ts'
import { stringAt } from '../evidence/json.ts'
import type { KrrScope } from '../evidence/person-reading.ts'
import { isExcepted, type Route, type TlsAddress } from '../evidence/tls-connection.ts'
import { EvidenceUnavailableError, type Send } from '../evidence/transport.ts'
import { runFlow } from '../login/flow.ts'
import { tokensOf } from '../login/grants.ts'
import { headlessLogin } from '../login/headless-login.ts'
import { isRedirectTo } from '../login/requests.ts'
import { attemptSilently } from '../login/silent-login.ts'
import { type Client, probeClient } from '../oidc/client.ts'
import { errorCode } from '../oidc/refusal.ts'
import { revokeToken } from '../oidc/token-request.ts'
import type { DocumentReading } from './examinations/api.ts'
import { type BrowserReading, clockAgrees, type HostReading } from './examinations/machine.ts'
import type { AuthorizationReading, ClientReading } from './examinations/provider.ts'
import type { Line } from './line.ts'

/** What was gathered, or in words why it was not. */
export const outcomeOf = async <Value>(
  gathering: Promise<Value>,
): Promise<{ readonly value: Value } | { readonly trouble: string }> => {
  try {
    return { value: await gathering }
  } catch (error) {
    if (error instanceof EvidenceUnavailableError) return { trouble: error.message }
    throw error
  }
}

/** Starts the browser that a run would use, without a window and without installing one, and closes it again. */
export const tryBrowser = async (
  settings: RunSettings,
  kind: BrowserKind,
): Promise<BrowserReading> => {
  // Nothing is opened in it; the redirect URI only says what it must not reach.
  const redirectUri = 'http://localhost/'
  if (settings.browserWs !== undefined && kind === 'any') {
    try {
      await (await connectBrowser(settings.browserWs, redirectUri)).close()
      return { kind: 'remote' }
    } catch (error) {
      return { kind: 'fails', key: 'KRR_BROWSER_WS', says: messageOf(error) }
    }
  }
  try {
    const path = await findBrowser(settings, { kind, installers: [] })
    await (await launchBrowser({ path, redirectUri, proxy: settings })).close()
    return { kind: 'starts', path }
  } catch (error) {
    if (error instanceof ConfigurationError && settings.browserPath === undefined) {
      return { kind: 'none' }
    }
    return { kind: 'fails', key: 'KRR_BROWSER_PATH', says: messageOf(error) }
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : 'it does not start'

/**
 * Logs the test user in by `login_hint`, which shows no page and enters nothing, reads the scopes that were granted
 * and revokes the tokens. The person API is not asked.
 * @throws EvidenceUnavailableError where the login does not come about
 */
export const grantedScopes = async (
  environment: Environment,
  client: Client,
  send: Send,
): Promise<readonly KrrScope[]> => {
  const pid = environment.pid ?? ''
  const driver = headlessLogin({
    environment,
    send,
    onSecret: client.onSecret,
    pidOf: () => pid,
  })
  const flow = await runFlow({
    client,
    driver,
    persona: 'MAIN',
    expectedPid: environment.pid,
    scopes: environment.scopes,
  })
  const { granted, refreshToken, accessToken } = tokensOf(flow)
  await revokeToken(client, refreshToken ?? accessToken).catch(() => {})
  return granted
}

/** The host and port of a URL, a bracketed address without its brackets. */
export const addressIn = (url: string): TlsAddress => {
  const { hostname, port, protocol } = new URL(url)
  const usual = protocol === 'http:' ? 80 : 443
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? usual : Number(port) }
}

/** Looks the host up; undefined where a proxy does that. */
export const lookUpHost = async (
  key: string,
  url: string,
  { httpsProxy, noProxy }: Route,
): Promise<HostReading | undefined> => {
  const { host, port } = addressIn(url)
  if (httpsProxy !== undefined && !isExcepted(host, port, noProxy)) return undefined
  try {
    const addresses = await lookup(host, { all: true })
    return { key, host, found: { addresses: addresses.map(({ address }) => address) } }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer'
    return { key, host, found: { code } }
  }
}

/** What the token endpoint says to the client. */
export const askTokenEndpoint = async (client: Client): Promise<ClientReading['outcome']> => {
  const asked = await outcomeOf(probeClient(client))
  if ('trouble' in asked) return asked.trouble
  const { response } = asked.value
  const error = stringAt(contentJson(response), 'error')
  return { status: response.status, error: error === undefined ? '' : errorCode(error) }
}

/** What the authorization endpoint says to a request of nobody for all scopes that the client is declared to have. */
export const askAuthorizationEndpoint = async (
  client: Client,
  send: Send,
  scopes: readonly KrrScope[],
): Promise<AuthorizationReading['outcome']> => {
  const asked = await outcomeOf(attemptSilently(client, send, scopes))
  if ('trouble' in asked) return { kind: 'trouble', says: asked.trouble }
  const { request, response } = asked.value.exchange
  const location = fieldValue(response, 'location')
  if (location === undefined || !URL.canParse(location, request.url)) {
    return { kind: 'page', status: response.status }
  }
  const callback = new URL(location, request.url)
  if (!isRedirectTo(client.environment.redirectUri, callback)) {
    return { kind: 'page', status: response.status }
  }
  return { kind: 'redirected', error: errorCode(callback.searchParams.get('error') ?? '') }
}

/** Looks for the published document and lays it beside the snapshot. */
export const compareDocument = async (
  { apiUrl, specUrl }: Environment,
  send: Send,
): Promise<DocumentReading['outcome']> => {
  const found = await outcomeOf(findPublishedDocument({ apiUrl, specUrl }, send))
  if ('trouble' in found) return { kind: 'none', reason: found.trouble }
  const published = found.value
  if (!published.found) return { kind: 'none', reason: published.reason }
  const path = new URL(published.exchange.request.url).pathname
  if (published.document === undefined) return { kind: 'unreadable', path }
  const snapshot = loadJudgedSnapshot()
  const broken = brokenPromises(snapshot, published).map(
    ({ place, kind }) => `${placeName(place)} ${kind}`,
  )
  return { kind: 'compared', path, broken, otherwise: otherChanges(snapshot, published).length }
}

/** The middle of the exchange is what the server's `Date`, cut to the second, is compared with. */
export const clockOf = ({
  request,
  response,
  startedAt,
  receivedAt,
}: Exchange): readonly Line[] => {
  const date = Date.parse(fieldValue(response, 'date') ?? '')
  if (Number.isNaN(date)) return []
  const { host } = new URL(request.url)
  return [clockAgrees({ host, theirs: date + 500, ours: (startedAt + receivedAt) / 2 })]
}
