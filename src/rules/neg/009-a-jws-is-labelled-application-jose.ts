import type { Exchange } from '../../evidence/exchange.ts'
import { fieldValue, mediaType } from '../../evidence/message.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'
import { BRUKERSPESIFIKT_OPPSLAG, RFC_7515 } from '../sources.ts'
import { contentRepresentation } from './representation.ts'

/** Judged of what is a JWS; whether it is one is KRR-NEG-002's. */
export const aJwsIsLabelledApplicationJose: Rule<Exchange> = {
  id: 'KRR-NEG-009',
  title: 'the JWS has Content-Type: application/jose',
  level: 'SHOULD',
  basis: 'documented',
  citations: [
    {
      source: BRUKERSPESIFIKT_OPPSLAG,
      section: 'API-endepunkt',
      quote: 'application/jose (evt. application/json )',
    },
    {
      source: RFC_7515,
      section: '9.2.1',
      quote:
        'indicate that the content is a JWS or JWE using the JWS Compact Serialization or the JWE Compact Serialization',
    },
  ],
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
