import type { LanguageChange } from '../../evidence/refusal.ts'
import { fromWire, type Rule } from '../rule.ts'

const accepted: readonly number[] = [204, 200]

/** The page shows the request and no answer; Digdir's own tests have seen 204. */
export const languageChangeIsAccepted: Rule<LanguageChange> = {
  id: 'KRR-PATCH-001',
  title: 'A change to nb, nn, en or se is accepted',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['PAGE-033', 'TEST-005'],

  *check({ exchange: { response } }) {
    if (!accepted.includes(response.status)) {
      yield { at: 'status', expected: '204 or 200', actual: fromWire(response.status) }
    }
  },

  met: ({ exchange: { response } }) =>
    accepted.includes(response.status) ? `accepted with ${response.status}` : undefined,
}
