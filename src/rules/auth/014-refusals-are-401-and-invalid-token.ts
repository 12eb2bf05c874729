import { fieldLines, fieldValue, type HttpRequest } from '../../evidence/exchange.ts'
import type { Refusal } from '../../evidence/refusal.ts'
import { orAbsent } from '../or-absent.ts'
import { fromWire, type Rule } from '../rule.ts'
import { isRefusal } from '../statuses.ts'
import { hasBearerChallenge, saysInvalidToken } from './bearer-challenge.ts'

/**
 * A client that reads this gets a new token, and one that reads 403 gives up. Who brought no Bearer token is told no
 * error code (RFC 6750, 3.1); a 401 without a Bearer challenge is KRR-AUTH-002's.
 */
export const refusalsAre401AndInvalidToken: Rule<Refusal> = {
  id: 'KRR-AUTH-014',
  title: 'A refusal is 401, and a bad token is called invalid_token',
  level: 'SHOULD',
  basis: 'standard',
  since: 2,
  cites: ['RFC6750-014', 'RFC6750-013', 'RFC9110-028'],

  notApplicable: ({ exchange: { response } }) =>
    isRefusal(response.status)
      ? undefined
      : 'the request was not refused: the rule for its credentials says so',

  *check({ exchange: { request, response } }) {
    if (!isRefusal(response.status)) return
    if (response.status !== 401) {
      yield { at: 'status', expected: '401', actual: fromWire(response.status) }
    } else if (
      bringsToken(request) &&
      hasBearerChallenge(response) &&
      !saysInvalidToken(response)
    ) {
      const expected = 'a Bearer challenge with error="invalid_token"'
      const actual = orAbsent(fieldValue(response, 'WWW-Authenticate'))
      yield { at: 'WWW-Authenticate', expected, actual }
    }
  },
}

const bringsToken = (request: HttpRequest): boolean =>
  fieldLines(request, 'Authorization').some((line) => /^bearer +\S/i.test(line))
