import { fieldLines, type HttpResponse } from '../../evidence/exchange.ts'

const quotedString = /"(?:[^"\\]|\\.)*"/g
/** A scheme stands first or after a comma, and is followed by a parameter, a comma or nothing. */
const bearer = /(?:^|,)[ \t]*bearer(?:[ \t,]|$)/i
const invalidToken = /\berror[ \t]*=[ \t]*"?invalid_token"?[ \t]*(?:,|$)/i

/** Whether the response challenges with the Bearer scheme, alone or among others (RFC 9110, 11.6.1). */
export const hasBearerChallenge = (response: HttpResponse): boolean =>
  challenges(response).some((line) => bearer.test(line.replace(quotedString, '""')))

/** Whether the challenge says that the token is not valid (RFC 6750, 3.1). */
export const saysInvalidToken = (response: HttpResponse): boolean =>
  challenges(response).some((line) => invalidToken.test(line))

const challenges = (response: HttpResponse): readonly string[] =>
  fieldLines(response, 'WWW-Authenticate')
