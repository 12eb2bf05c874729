import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import type { Exchange } from '../evidence/exchange.ts'
import { stringAt } from '../evidence/json.ts'
import { oauthErrors } from '../evidence/masking/members.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'

/**
 * Why openid-client refused something, in words: its error code, its own fixed sentence and the claim. No
 * value of a message is in it, so that neither a token nor a person can be.
 */
export const describeRefusal = (error: unknown): string => {
  if (error instanceof ResponseBodyError)
    return `error response, status ${error.status}, ${errorCode(error.error)}`
  if (error instanceof AuthorizationResponseError)
    return `error response, ${errorCode(error.error)}`
  if (error instanceof ClientError) {
    const inner = error.cause
    // A parser's words repeat what it could not read.
    const sentence = inner instanceof Error && isOwnSentence(inner) ? inner.message : error.message
    const claim = inner instanceof Error ? stringAt(inner.cause, 'claim') : undefined
    const named = claim === undefined || sentence.includes(claim) ? '' : `, claim ${claim}`
    return `${sentence}${named} (${error.code ?? 'no code'})`
  }
  return error instanceof TypeError && isOwnSentence(error)
    ? error.message
    : 'something openid-client does not name'
}

/** Whether it is openid-client's, or its library's: they have a code, and fixed words. */
const isOwnSentence = (error: Error): boolean =>
  'code' in error && /^(?:OAUTH_|ERR_INVALID_ARG_)/.test(String(error.code))

/** An `error` of OAuth as it may be shown: a code that is registered. */
export const errorCode = (error: string): string =>
  oauthErrors.has(error) ? error : 'an error code that is not registered'

/** The transport's own error where the library has only wrapped it, or undefined. */
export const transportError = (error: unknown): EvidenceUnavailableError | undefined => {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof EvidenceUnavailableError) return cause
  return undefined
}

/**
 * The exchange of a request whose answer may well be a refusal, whatever openid-client thinks of it.
 * @param label names the request where no exchange came of it
 * @throws EvidenceUnavailableError where none did
 */
export const exchangeOf = async (
  label: string,
  exchanges: readonly Exchange[],
  request: Promise<unknown>,
): Promise<Exchange> => {
  const refusal = await request.then(
    () => undefined,
    (error: unknown) => error,
  )
  const [exchange] = exchanges
  if (exchange !== undefined) return exchange
  throw (
    transportError(refusal) ??
    new EvidenceUnavailableError(`${label}: ${describeRefusal(refusal)}`, {
      obstacle: { kind: 'login-answer', step: label },
    })
  )
}
