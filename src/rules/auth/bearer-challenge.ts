import type { HttpResponse } from '../../evidence/exchange.ts'
import { fieldValue } from '../../evidence/message.ts'

const quotedString = /"(?:[^"\\]|\\.)*"/g
/** A scheme stands first or after a comma, and is followed by a parameter, a comma or nothing. */
const bearer = /(?:^|,)[ \t]*bearer(?:[ \t,]|$)/i
const invalidToken = /\berror[ \t]*=[ \t]*"?invalid_token"?[ \t]*(?:,|$)/i

/** Whether the response challenges with the Bearer scheme, alone or among others (RFC 9110, 11.6.1). */
export const hasBearerChallenge = (response: HttpResponse): boolean =>
  bearer.test((fieldValue(response, 'WWW-Authenticate') ?? '').replace(quotedString, '""'))

/** Whether the challenge says that the token is not valid (RFC 6750, 3.1). */
export const saysInvalidToken = (response: HttpResponse): boolean =>
  invalidToken.test(fieldValue(response, 'WWW-Authenticate') ?? '')
