import type { JwsReading } from '../../evidence/jws.ts'
import { registeredClaims } from '../../evidence/person-reading.ts'
import type { Rule } from '../rule.ts'
import { payloadOf } from './payload.ts'

/** Known of every person. Not `status`, which an error has too. */
const tellingMembers = ['personidentifikator', 'reservasjon'] as const

/**
 * The person stands in the payload itself, in no envelope. One telling member is enough
 * to know her by: which ones must be there is for the SCOPE and BODY rules, which judge the payload
 * like any other person.
 */
export const payloadIsAPerson: Rule<JwsReading> = {
  id: 'KRR-JWS-009',
  title: 'The payload is a person object',
  level: 'MUST',
  basis: 'observed',
  since: 1,
  cites: ['JWT-003', 'RFC7519-001'],

  *check(reading) {
    const payload = payloadOf(reading)
    if (payload === undefined) {
      yield { at: 'payload', expected: 'a JSON object', actual: 'something else' }
    } else if (!tellingMembers.some((name) => Object.hasOwn(payload, name))) {
      yield { at: 'payload', expected: 'a person', actual: 'an object without her members' }
    }
  },
  met: (reading) => {
    const claims = Object.keys(payloadOf(reading) ?? {}).filter((name) =>
      registeredClaims.has(name),
    )
    return claims.length === 0
      ? undefined
      : `registered claims beside the person: ${claims.join(', ')}`
  },
}
