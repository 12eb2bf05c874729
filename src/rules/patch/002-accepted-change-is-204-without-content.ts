import type { LanguageChange } from '../../evidence/refusal.ts'
import { fromWire, type Rule } from '../rule.ts'
import { unlessAccepted } from './accepted.ts'

/** All versions of Digdir's own tests expect 204. */
export const acceptedChangeIs204WithoutContent: Rule<LanguageChange> = {
  id: 'KRR-PATCH-002',
  title: 'An accepted change is answered with 204 without content',
  level: 'SHOULD',
  basis: 'observed',
  since: 1,
  cites: ['TEST-005'],

  notApplicable: unlessAccepted,

  *check({ exchange: { response } }) {
    if (response.status !== 204) {
      yield { at: 'status', expected: '204', actual: fromWire(response.status) }
    }
    if (response.content.length > 0) {
      yield { at: 'content', expected: 'none', actual: `${response.content.length} bytes` }
    }
  },
}
