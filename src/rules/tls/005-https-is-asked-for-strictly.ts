import { type Exchange, fieldLines } from '../../evidence/exchange.ts'
import { fromWire, type Rule } from '../rule.ts'

const field = 'Strict-Transport-Security'

/** Of several field lines only the first counts (RFC 6797, 8.1). */
export const httpsIsAskedForStrictly: Rule<Exchange> = {
  id: 'KRR-TLS-005',
  title: 'Responses carry HSTS with a max-age above 0',
  level: 'SHOULD',
  basis: 'standard',
  since: 2,
  cites: ['RFC6797-001'],
  notApplicable: ({ request }) =>
    request.url.startsWith('https:') ? undefined : 'plain http on loopback',

  *check({ response }) {
    const [policy] = fieldLines(response, field)
    if (policy === undefined) {
      yield { at: field, expected: 'present', actual: 'absent' }
    } else if (!((maxAgeOf(policy) ?? 0) > 0)) {
      yield { at: field, expected: 'max-age above 0', actual: fromWire(policy) }
    }
  },
}

/** Seconds, quoted or not; undefined without the directive, which is required. */
const maxAgeOf = (policy: string): number | undefined => {
  const seconds = policy
    .split(';')
    .map((directive) => /^\s*max-age\s*=\s*(?:"(\d+)"|(\d+))\s*$/i.exec(directive))
    .find((found) => found !== null)
  return seconds === undefined ? undefined : Number(seconds[1] ?? seconds[2])
}
