import { stringAt } from '../evidence/json.ts'
import { parseJws } from '../evidence/jws.ts'
import { parseJson } from '../evidence/message.ts'
import { krrScopes } from '../evidence/person-reading.ts'
import type { GrantedTokens } from '../oidc/token-request.ts'
import type { Tokens } from './session.ts'

/** Tokens after their renewal: what the response leaves out stays as it was (RFC 6749, 6). */
export const refreshed = (
  tokens: Omit<Tokens, 'accessToken' | 'expiresAt' | 'goodUntil'>,
  granted: GrantedTokens,
): Tokens => ({
  accessToken: granted.accessToken,
  idToken: granted.idToken ?? tokens.idToken,
  pid: tokens.pid,
  refreshToken: granted.refreshToken ?? tokens.refreshToken,
  expiresAt: granted.expiresAt,
  goodUntil: granted.goodUntil,
  granted:
    granted.scope === undefined
      ? tokens.granted
      : krrScopes.filter((scope) => granted.scope?.split(' ').includes(scope)),
})

/** The person whom an ID token names. A missing `pid` is a rule's matter. */
export const pidIn = (idToken: string): string | undefined => {
  const payload = parseJws(idToken)?.payload
  return stringAt(parseJson(new TextDecoder().decode(payload)), 'pid')
}

/** Somebody else's register must not be read, let alone written. */
export const isAnother = (pid: string | undefined, expectedPid: string | undefined): boolean =>
  pid !== undefined && expectedPid !== undefined && pid !== expectedPid
