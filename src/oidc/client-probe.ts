import { genericGrantRequest } from 'openid-client'
import type { Exchange } from '../evidence/exchange.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import type { Client } from './client.ts'
import { describeRefusal, transportError } from './refusal.ts'

/**
 * Sends the token endpoint a code that nobody issued: a client that is accepted hears `invalid_grant`, one that is
 * not `invalid_client` (RFC 6749, 5.2). No person has any part in it.
 * @throws EvidenceUnavailableError where no answer came
 */
export const probeClient = async (client: Client): Promise<Exchange> => {
  const use = client.use('token request, with a code that nobody issued', { mayRepeat: true })
  const refusal = await genericGrantRequest(use.configuration, 'authorization_code', {
    code: 'a-code-that-nobody-issued',
    code_verifier: 'a-code-verifier-that-no-challenge-was-made-of',
    redirect_uri: client.environment.redirectUri,
  }).then(
    () => undefined,
    (error: unknown) => error,
  )
  const [exchange] = use.exchanges
  if (exchange !== undefined) return exchange
  throw (
    transportError(refusal) ??
    new EvidenceUnavailableError(`token request: ${describeRefusal(refusal)}`)
  )
}
