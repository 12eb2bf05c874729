import type { Exchange, ExchangeId } from '../../evidence/exchange.ts'
import type { LoginReading, ProviderReading } from '../../evidence/login.ts'
import type { Masker } from '../../evidence/masking/masker.ts'
import type { KrrScope } from '../../evidence/person-reading.ts'
import type { RecordedExchange } from '../../evidence/recorded-exchange.ts'
import type { KeptLogin, KeptReading } from './kept-login.ts'

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
  }
}

/** A kept flow as evidence, or undefined where none is kept for these scopes. */
export const keptReading = (
  { readings, exchanges, madeAt }: KeptLogin,
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
  const { request, callback } = kept
  return { ...context, persona: 'MAIN', madeAt, request, callback, token: asExchange(token) }
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
