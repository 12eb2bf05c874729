import { type Exchange, fieldValue, mediaType } from '../../evidence/exchange.ts'
import type { Representation } from '../../evidence/person-reading.ts'
import { orAbsent } from '../or-absent.ts'
import { fromWire, type Rule } from '../rule.ts'
import { contentRepresentation } from './representation.ts'

/** Which of the two comes is the server's choice; Digdir's own tests get JSON. A JWS is known by itself. */
export const defaultRepresentationIsOneOfTheTwo: Rule<Exchange> = {
  id: 'KRR-NEG-004',
  title: 'Without a preference in Accept, one of the two is returned',
  level: 'MUST',
  basis: 'observed',
  since: 1,
  cites: ['TEST-001', 'RFC9110-018'],

  *check(exchange) {
    const { response } = exchange
    if (response.status !== 200) {
      yield { at: 'status', expected: '200', actual: fromWire(response.status) }
    } else if (representationOf(exchange) === undefined) {
      yield {
        at: 'content',
        expected: 'JSON as application/json, or a JWS',
        actual: orAbsent(fieldValue(response, 'content-type')),
      }
    }
  },
  met: representationOf,
}

function representationOf({ response }: Exchange): Representation | undefined {
  const representation = contentRepresentation(response)
  const isMislabelled =
    representation === 'application/json' && mediaType(response)?.essence !== 'application/json'
  return isMislabelled ? undefined : representation
}
