import { type Exchange, fieldValue, mediaType } from '../../evidence/exchange.ts'
import { orAbsent } from '../or-absent.ts'
import { fromWire, type Rule } from '../rule.ts'

/** The label alone: what stands under it is KRR-BODY-019's. */
export const jsonWhenAskedForJson: Rule<Exchange> = {
  id: 'KRR-NEG-001',
  title: 'Accept: application/json is answered with 200 and JSON',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['PAGE-022'],

  *check({ response }) {
    if (response.status !== 200) {
      yield { at: 'status', expected: '200', actual: fromWire(response.status) }
      return
    }
    const type = mediaType(response)
    const charset = type?.parameters.get('charset') ?? 'utf-8'
    if (type?.essence !== 'application/json' || charset !== 'utf-8') {
      yield {
        at: 'Content-Type',
        expected: 'application/json (charset, if any, utf-8)',
        actual: orAbsent(fieldValue(response, 'content-type')),
      }
    }
  },
}
