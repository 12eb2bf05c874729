import { valueAt } from '../../evidence/json.ts'
import type { LoginReading } from '../../evidence/login.ts'
import { fromWire, type Rule } from '../rule.ts'
import { grantedScopes, krrScopesIn, tokenResponse, withoutTokens } from './token-response.ts'

/**
 * A scope that the user declines, or that the client is not registered for, is left out silently; what
 * needs it cannot be judged. Of other scopes nothing is said. A response without `scope` grants what
 * was requested.
 */
export const requestedScopesAreGranted: Rule<LoginReading> = {
  id: 'KRR-OP-009',
  title: 'Exactly the requested krr:user scopes are granted',
  level: 'SHOULD',
  basis: 'documented',
  since: 1,
  cites: ['SCP-006', 'RFC6749-010'],
  notApplicable: withoutTokens,

  *check(login) {
    const scope = valueAt(tokenResponse(login), 'scope')
    if (scope !== undefined && typeof scope !== 'string') {
      yield { at: '/scope', expected: 'a string', actual: fromWire(scope) }
      return
    }
    const requested = krrScopesIn(login.request.scopes)
    const granted = grantedScopes(login)
    for (const missing of requested.filter((own) => !granted.includes(own))) {
      yield {
        at: '/scope',
        expected: missing,
        actual: 'not granted: client registration or consent',
      }
    }
    for (const extra of granted.filter((own) => !requested.includes(own))) {
      yield { at: '/scope', expected: 'no scope beyond those requested', actual: fromWire(extra) }
    }
  },
}
