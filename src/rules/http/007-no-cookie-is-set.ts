import { type Exchange, fieldLines } from '../../evidence/exchange.ts'
import { fromWire, type Rule } from '../rule.ts'

/** The token says who asks: a cookie is a second way to be known. Its value is a secret and not told. */
export const noCookieIsSet: Rule<Exchange> = {
  id: 'KRR-HTTP-007',
  title: 'No cookie is set with a person or with a refusal',
  level: 'SHOULD',
  basis: 'assumed',
  since: 2,
  cites: ['PAGE-023'],

  *check({ response }) {
    for (const line of fieldLines(response, 'set-cookie')) {
      const name = line.replace(/[=;].*/, '').trim()
      yield { at: 'Set-Cookie', expected: 'absent', actual: fromWire(name) }
    }
  },
}
