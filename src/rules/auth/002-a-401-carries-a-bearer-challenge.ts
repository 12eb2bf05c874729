import { type Exchange, fieldValue } from '../../evidence/exchange.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'
import { hasBearerChallenge } from './bearer-challenge.ts'

/** Without the challenge a client cannot tell which credentials would be accepted. */
export const a401CarriesABearerChallenge: Rule<Exchange> = {
  id: 'KRR-AUTH-002',
  title: 'A 401 carries WWW-Authenticate with the Bearer scheme',
  level: 'MUST',
  basis: 'standard',
  since: 1,
  cites: ['RFC9110-016', 'RFC6750-009'],
  notApplicable: ({ response }) => (response.status === 401 ? undefined : 'the response is no 401'),

  *check({ response }) {
    if (response.status !== 401) return
    if (!hasBearerChallenge(response)) {
      const value = fieldValue(response, 'www-authenticate')
      yield { at: 'WWW-Authenticate', expected: 'a Bearer challenge', actual: orAbsent(value) }
    }
  },
}
