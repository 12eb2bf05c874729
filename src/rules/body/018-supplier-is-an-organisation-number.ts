import { stringAt } from '../../evidence/json.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'
import { isOrganisationNumber } from './organisation-number.ts'

const supplierOf = ({ person }: PersonReading): string | undefined =>
  stringAt(person, 'digital_post', 'postkasseleverandoeradresse') || undefined

/** Post is addressed to the supplier by this number, and by nothing else. */
export const supplierIsAnOrganisationNumber: Rule<PersonReading> = {
  id: 'KRR-BODY-018',
  title: 'postkasseleverandoeradresse is an organisation number',
  level: 'SHOULD',
  basis: 'documented',
  since: 2,
  cites: ['ATTR-026', 'BOXP-001'],

  // That it is there, and a string, is KRR-BODY-001's.
  notApplicable: (reading) =>
    supplierOf(reading) === undefined ? 'there is no postkasseleverandoeradresse' : undefined,

  *check(reading) {
    const supplier = supplierOf(reading) ?? ''
    if (!isOrganisationNumber(supplier)) {
      yield {
        at: '/digital_post/postkasseleverandoeradresse',
        expected: 'nine digits, the last one a control digit (modulus 11)',
        actual: fromWire(supplier),
      }
    }
  },
}
