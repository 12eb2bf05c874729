import type { JwsReading } from '../../evidence/jws.ts'
import { type Finding, fromWire, type Rule } from '../rule.ts'

/**
 * No page names an extension, so that no caller understands one: `b64` (RFC 7797) is none either. What a
 * header has beside `crit` is ignored by who does not know it, and may be there.
 */
export const noCriticalExtensionIsInUse: Rule<JwsReading> = {
  id: 'KRR-JWS-008',
  title: 'crit names no extension that a client has to understand',
  level: 'MUST',
  basis: 'standard',
  since: 2,
  cites: ['RFC7515-007', 'RFC7515-008'],

  *check({ jws }) {
    if (Object.hasOwn(jws.header, 'crit')) yield* unfit(jws.header['crit'])
  },
}

function* unfit(crit: unknown): Generator<Finding> {
  if (!Array.isArray(crit)) {
    yield { at: 'crit', expected: 'absent, or a list of names', actual: fromWire(crit) }
  } else if (crit.length === 0) {
    yield { at: 'crit', expected: 'absent, or a list of names', actual: 'an empty list' }
  }
  for (const name of Array.isArray(crit) ? crit : []) {
    yield { at: 'crit', expected: 'no extension, for none is documented', actual: fromWire(name) }
  }
}
