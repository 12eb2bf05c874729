import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import { stringAt } from '../evidence/json.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'

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
    const sentence = inner instanceof Error ? inner.message : error.message
    const claim = inner instanceof Error ? stringAt(inner.cause, 'claim') : undefined
    const named = claim === undefined || sentence.includes(claim) ? '' : `, claim ${claim}`
    return `${sentence}${named} (${error.code ?? 'no code'})`
  }
  return error instanceof TypeError ? error.message : 'something openid-client does not name'
}

/** An `error` of OAuth as it may be shown: the code where it has the form of one (RFC 6749, 5.2). */
export const errorCode = (error: string): string =>
  /^[a-z_]{1,60}$/.test(error) ? error : 'an error code of no known form'

/** The transport's own error where the library has only wrapped it, or undefined. */
export const transportError = (error: unknown): EvidenceUnavailableError | undefined => {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof EvidenceUnavailableError) return cause
  return undefined
}
