import { tokenRevocation } from 'openid-client'
import type { Exchange } from '../evidence/exchange.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import type { Client } from './client.ts'
import { describeRefusal, transportError } from './refusal.ts'
import { isSpentAssertion } from './spent-assertion.ts'

/**
 * Revokes a token (RFC 7009) and gives the exchange, whatever the answer was. Where none came it is asked for again: of
 * a token that is revoked already the answer is the same (2.2).
 * @throws EvidenceUnavailableError where none came, or the metadata name no revocation endpoint
 */
export const revokeToken = async (client: Client, token: string): Promise<Exchange> => {
  const exchange = await request(client, token)
  return isSpentAssertion(exchange) ? request(client, token) : exchange
}

const request = async (client: Client, token: string): Promise<Exchange> => {
  const use = client.use('revocation request', { mayRepeat: true })
  const refusal = await tokenRevocation(use.configuration, token).then(
    () => undefined,
    (error: unknown) => error,
  )
  const [exchange] = use.exchanges
  if (exchange !== undefined) return exchange
  throw (
    transportError(refusal) ??
    new EvidenceUnavailableError(`revocation request: ${describeRefusal(refusal)}`)
  )
}
