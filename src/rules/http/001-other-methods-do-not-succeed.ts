import type { RefusedWrite } from '../../evidence/refusal.ts'
import { refused } from '../refused.ts'
import type { Rule } from '../rule.ts'

/** 501 is as good as 4xx here: the page documents GET and PATCH, and nothing need be implemented beyond. */
export const otherMethodsDoNotSucceed: Rule<RefusedWrite> = {
  id: 'KRR-HTTP-001',
  title: 'POST, PUT and DELETE of a person do not succeed',
  level: 'MUST',
  basis: 'documented',
  intrusive: true,
  since: 2,
  cites: ['PAGE-040', 'PAGE-034', 'RFC9110-006'],

  *check(write) {
    const isUnknownMethod = write.exchange.response.status === 501
    for (const finding of refused(write)) {
      if (finding.at !== 'status' || !isUnknownMethod) yield finding
    }
  },
}
