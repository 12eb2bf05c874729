import type { Exchange } from '../../evidence/exchange.ts'
import { fromWire, type Rule } from '../rule.ts'
import { contentRepresentation } from './representation.ts'

/** Either is the server's choice; which one was met is reported. */
export const unofferedTypesAre406OrTheDefault: Rule<Exchange> = {
  id: 'KRR-NEG-006',
  title: 'A type that is not offered yields 406 or a default representation',
  level: 'SHOULD',
  basis: 'standard',
  since: 2,
  cites: ['RFC9110-031'],

  *check({ response }) {
    if (response.status === 406) return
    if (response.status !== 200) {
      yield { at: 'status', expected: '406 or 200', actual: fromWire(response.status) }
    } else if (contentRepresentation(response) === undefined) {
      yield { at: 'content', expected: 'JSON or a JWS', actual: 'neither representation' }
    }
  },
  met: ({ response }) => (response.status === 406 ? '406' : contentRepresentation(response)),
}
