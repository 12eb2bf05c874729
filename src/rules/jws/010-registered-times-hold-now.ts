import type { JsonObject } from '../../evidence/json.ts'
import type { JwsReading } from '../../evidence/jws.ts'
import { fromWire, type Rule, unmet } from '../rule.ts'
import { payloadOf } from './payload.ts'

/** How far the two clocks may be apart (RFC 7519, 4.1.4 allows a small leeway). */
const skewSeconds = 30

const times = ['iat', 'nbf', 'exp'] as const

/** What each says of the moment at which the answer had come, in seconds since the epoch. */
const holds: Readonly<Record<(typeof times)[number], (time: number, now: number) => boolean>> = {
  iat: (time, now) => time <= now + skewSeconds,
  nbf: (time, now) => time <= now + skewSeconds,
  exp: (time, now) => time > now - skewSeconds,
}

/** None of them has to be there. A caller whose library knows them refuses an answer whose time has not come, or has passed. */
export const registeredTimesHoldNow: Rule<JwsReading> = {
  id: 'KRR-JWS-010',
  title: 'iat, nbf and exp in the payload, where present, hold now',
  level: 'SHOULD',
  basis: 'standard',
  byClock: true,
  since: 2,
  cites: ['RFC7519-003', 'RFC7519-005', 'RFC7519-006'],
  fixedWhen: ['no-times-in-payload'],
  notApplicable: (reading) => {
    const payload = payloadOf(reading)
    if (payload === undefined) return 'the payload is no JSON object: KRR-JWS-009'
    return presentIn(payload).length === 0 ? unmet('no-times-in-payload') : undefined
  },

  *check(reading) {
    const payload = payloadOf(reading) ?? {}
    const now = reading.exchange.receivedAt / 1000
    for (const name of presentIn(payload)) {
      const time = payload[name]
      if (typeof time !== 'number') {
        yield { at: `/${name}`, expected: 'seconds since the epoch', actual: fromWire(time) }
      } else if (!holds[name](time, now)) {
        const expected = name === 'exp' ? 'a time to come' : 'a time that has been'
        yield { at: `/${name}`, expected, actual: fromWire(time) }
      }
    }
  },
  met: (reading) => {
    const present = presentIn(payloadOf(reading) ?? {})
    return present.length === 0 ? undefined : `the payload has ${present.join(', ')}`
  },
}

const presentIn = (payload: JsonObject) => times.filter((name) => Object.hasOwn(payload, name))
