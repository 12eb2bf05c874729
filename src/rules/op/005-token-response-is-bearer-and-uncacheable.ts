import { fieldValue } from '../../evidence/exchange.ts'
import type { LoginReading } from '../../evidence/login.ts'
import { overLimit } from '../../evidence/over-limit.ts'
import { unusableMembers } from '../../evidence/token-members.ts'
import { orAbsent } from '../or-absent.ts'
import { fromWire, type Rule } from '../rule.ts'
import { tokenResponse } from './token-response.ts'

/**
 * Also the rule that fails where the token request got no token: the later ones are not applicable
 * then. A member that is no string, or has characters that no field may, is none that a client could send.
 * `Pragma`, which RFC 6749 asks for beside `Cache-Control`, means nothing in a response (RFC 9111, 5.4) and
 * is not judged.
 */
export const tokenResponseIsBearerAndUncacheable: Rule<LoginReading> = {
  id: 'KRR-OP-005',
  title: 'The token response is a Bearer token and must not be cached',
  level: 'MUST',
  basis: 'standard',
  since: 1,
  cites: ['RFC6749-008', 'RFC6749-009', 'RFC6750-022'],

  *check(login) {
    const { response } = login.token
    const members = tokenResponse(login)
    if (response.status !== 200) {
      yield { at: 'status', expected: '200', actual: fromWire(response.status) }
      return
    }
    if (members === undefined) {
      const actual = overLimit(response) ?? 'something else'
      yield { at: 'content', expected: 'a JSON object', actual }
      return
    }
    for (const { name, expected, actual } of unusableMembers(members)) {
      yield { at: `/${name}`, expected, actual: orAbsent(actual) }
    }
    const { token_type: tokenType } = members
    if (typeof tokenType !== 'string' || tokenType.toLowerCase() !== 'bearer') {
      yield { at: '/token_type', expected: 'Bearer', actual: orAbsent(tokenType) }
    }
    const cacheControl = fieldValue(response, 'cache-control')
    const directives = cacheControl?.split(',').map((directive) => directive.trim().toLowerCase())
    if (!directives?.includes('no-store')) {
      yield { at: 'Cache-Control', expected: 'no-store', actual: orAbsent(cacheControl) }
    }
  },
}
