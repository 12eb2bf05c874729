import type { Exchange } from '../evidence/exchange.ts'
import { stringAt } from '../evidence/json.ts'
import { contentJson } from '../evidence/message.ts'

/**
 * Whether a repeated request was refused for its `client_assertion`, which had arrived with the one before: it is used
 * once (RFC 7523, 3), and a request with a new one is accepted.
 */
export const isSpentAssertion = ({ failedAttempts, request, response }: Exchange): boolean =>
  failedAttempts.length > 0 &&
  new TextDecoder().decode(request.content).includes('client_assertion=') &&
  stringAt(contentJson(response), 'error') === 'invalid_client'
