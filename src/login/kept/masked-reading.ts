import { contentJson, type Exchange, type ExchangeId, parseJson } from '../../evidence/exchange.ts'
import { isJsonObject, stringAt } from '../../evidence/json.ts'
import { parseJws } from '../../evidence/jws.ts'
import type { LoginReading, ProviderReading } from '../../evidence/login.ts'
import type { Masker } from '../../evidence/masking/masker.ts'
import { pseudonymsWith } from '../../evidence/masking/pseudonym.ts'
import type { KrrScope } from '../../evidence/person-reading.ts'
import type { RecordedExchange } from '../../evidence/recorded-exchange.ts'
import { type KeptLogin, type KeptReading, tokenMembers } from './kept-logins.ts'

/** A flow as it may be kept: `state` of request and response have the same pseudonym where they are the same. */
export const maskReading = (
  { request, callback, token }: LoginReading,
  scopes: readonly KrrScope[],
  masker: Masker,
): KeptReading => {
  const masked = (name: string, value: string) => String(masker.named(name, value, 'open'))
  return {
    scopes,
    request: {
      ...request,
      state: masked('state', request.state),
      nonce: masked('nonce', request.nonce),
    },
    callback: callback.map(([name, value]) => [masker.text(name), masked(name, value)]),
    token: token.id,
    said: Object.fromEntries(
      tokenMembers.flatMap((member) => {
        const jws = parseJws(stringAt(contentJson(token.response), member) ?? '')
        if (jws === undefined) return []
        const claims = parseJson(new TextDecoder().decode(jws.payload))
        const shown = (value: unknown) => masker.json(value, 'open')
        return [[member, { header: shown(jws.header), claims: shown(claims) }] as const]
      }),
    ),
  }
}

/** A kept flow as evidence, or undefined where none is kept for these scopes. */
export const keptReading = (
  { readings, exchanges, madeAt, pseudonymKey }: KeptLogin,
  scopes: readonly KrrScope[],
  context: Pick<LoginReading, 'expectedPid'> & { readonly provider: ProviderReading },
): LoginReading | undefined => {
  const kept = readings.find(
    (reading) =>
      reading.scopes.length === scopes.length &&
      scopes.every((scope) => reading.scopes.includes(scope)),
  )
  const token = exchanges.find(({ id }) => id === kept?.token)
  if (kept === undefined || token === undefined) return undefined
  const { request, callback, said } = kept
  const pseudonym = pseudonymsWith(new Uint8Array(Buffer.from(pseudonymKey, 'base64')))
  return {
    provider: context.provider,
    persona: 'MAIN',
    madeAt,
    // As it stands in the claims.
    expectedPid: context.expectedPid && pseudonym('pid', context.expectedPid),
    request,
    callback,
    token: asExchange(withTokens(token, said)),
  }
}

/** The token response with JWTs in it again, of which nothing but header and claims is left. */
const withTokens = (recorded: RecordedExchange, said: KeptReading['said']): RecordedExchange => {
  const document = parseJson(recorded.response.content ?? '')
  if (!isJsonObject(document)) return recorded
  const tokens = Object.entries(said).map(([member, { header, claims }]) => [
    member,
    `${[header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`,
  ])
  const content = JSON.stringify({ ...document, ...Object.fromEntries(tokens) })
  return { ...recorded, response: { ...recorded.response, content } }
}

/** What was recorded, in the form in which rules read it; what was masked stays masked. */
const asExchange = (recorded: RecordedExchange): Exchange => {
  const { id, label, request, response, elapsedMs } = recorded
  const startedAt = Date.parse(recorded.startedAt)
  return {
    id: id as ExchangeId,
    label,
    request: {
      method: request.method,
      url: request.url,
      fields: request.fields,
      content: bytesOf(request.content),
    },
    response: {
      status: response.status,
      fields: response.fields,
      content: bytesOf(response.content),
    },
    startedAt,
    receivedAt: startedAt + elapsedMs,
    failedAttempts: [],
  }
}

const bytesOf = (text = ''): Uint8Array => new TextEncoder().encode(text)
