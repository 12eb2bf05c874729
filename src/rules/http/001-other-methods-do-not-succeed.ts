import type { RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'
import { BRUKERSPESIFIKT_OPPSLAG, RFC_9110 } from '../sources.ts'

/** 501 is as good as 4xx here: the page documents GET and PATCH, and nothing need be implemented beyond. */
export const otherMethodsDoNotSucceed: Rule<RefusedWrite> = {
  id: 'KRR-HTTP-001',
  title: 'POST, PUT and DELETE of a person do not succeed',
  level: 'MUST',
  basis: 'documented',
  intrusive: true,
  citations: [
    {
      source: BRUKERSPESIFIKT_OPPSLAG,
      section: 'API-endepunkt',
      quote: '| Http-metode: | GET |',
    },
    {
      source: BRUKERSPESIFIKT_OPPSLAG,
      section: 'Eksempel på endring av språk',
      quote: 'PATCH /rest/v1/person',
    },
    {
      source: RFC_9110,
      section: '9.1',
      quote:
        'An origin server that receives a request method that is unrecognized or not implemented SHOULD respond with the 501 (Not Implemented) status code.',
    },
  ],

  *check(write) {
    const isUnknownMethod = write.exchange.response.status === 501
    for (const finding of refused(write)) {
      if (finding.at !== 'status' || !isUnknownMethod) yield finding
    }
  },
}
