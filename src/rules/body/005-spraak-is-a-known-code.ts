import { isPresent, type PersonReading } from '../../evidence/person-reading.ts'
import { fromWire, type Rule } from '../rule.ts'

const codes: readonly unknown[] = ['nb', 'nn', 'en', 'se']

/** The language is a code of ISO 639-1, and one of four. */
export const spraakIsAKnownCode: Rule<PersonReading> = {
  id: 'KRR-BODY-005',
  title: 'spraak is nb, nn, en or se',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['ATTR-031', 'LANG-001'],

  notApplicable: ({ person }) => (isPresent(person, 'spraak') ? undefined : 'there is no spraak'),

  *check({ person }) {
    const spraak = person['spraak']
    if (!codes.includes(spraak)) {
      yield { at: '/spraak', expected: `one of ${codes.join(', ')}`, actual: fromWire(spraak) }
    }
  },
}
