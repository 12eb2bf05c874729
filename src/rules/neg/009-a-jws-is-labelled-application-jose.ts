import { type Exchange, fieldValue, mediaType } from '../../evidence/exchange.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'
import { contentRepresentation } from './representation.ts'

/** Judged of what is a JWS; whether it is one is KRR-NEG-002's. */
export const aJwsIsLabelledApplicationJose: Rule<Exchange> = {
  id: 'KRR-NEG-009',
  title: 'A JWS has Content-Type: application/jose',
  level: 'SHOULD',
  basis: 'documented',
  since: 2,
  cites: ['PAGE-022', 'RFC7515-011'],
  notApplicable: ({ response }) =>
    response.status === 200 && contentRepresentation(response) === 'application/jose'
      ? undefined
      : 'the response holds no JWS',

  *check({ response }) {
    if (mediaType(response)?.essence !== 'application/jose') {
      yield {
        at: 'Content-Type',
        expected: 'application/jose',
        actual: orAbsent(fieldValue(response, 'content-type')),
      }
    }
  },
}
