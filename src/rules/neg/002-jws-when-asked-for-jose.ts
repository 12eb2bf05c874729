import { contentText, type Exchange } from '../../evidence/exchange.ts'
import { overLimit } from '../../evidence/over-limit.ts'
import { jwsWithin } from '../jws/jws-within.ts'
import { fromWire, type Rule } from '../rule.ts'

/**
 * Whether there is a JWS at all. Its exact form is KRR-JWS-001's, and `Content-Type` is
 * KRR-NEG-009's.
 */
export const jwsWhenAskedForJose: Rule<Exchange> = {
  id: 'KRR-NEG-002',
  title: 'Accept: application/jose is answered with 200 and a JWS',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['PAGE-022', 'RFC7515-011'],

  *check({ response }) {
    if (response.status !== 200) {
      yield { at: 'status', expected: '200', actual: fromWire(response.status) }
    } else if (jwsWithin(contentText(response)) === undefined) {
      yield {
        at: 'content',
        expected: 'a compact JWS',
        actual: overLimit(response) ?? 'something else',
      }
    }
  },
}
