import { type Exchange, fieldValue } from '../../evidence/exchange.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'
import { noPersonCame } from './no-person-came.ts'

/** Of several values a browser heeds the first. */
export const contentTypesAreNotGuessed: Rule<Exchange> = {
  id: 'KRR-HTTP-005',
  title: 'A person comes with X-Content-Type-Options: nosniff',
  level: 'SHOULD',
  basis: 'standard',
  since: 2,
  cites: ['ASVS-002'],
  notApplicable: noPersonCame,

  *check({ response }) {
    const options = fieldValue(response, 'x-content-type-options')
    if (options?.split(',')[0]?.trim().toLowerCase() !== 'nosniff') {
      yield { at: 'X-Content-Type-Options', expected: 'nosniff', actual: orAbsent(options) }
    }
  },
}
