import { isPresent, type PersonReading } from '../../evidence/person-reading.ts'
import { fromWire, type Rule, unmet } from '../rule.ts'

/** The time of a reservation that does not exist would be read as one. */
export const reservasjonstidspunktOnlyWhenReserved: Rule<PersonReading> = {
  id: 'KRR-BODY-009',
  title: 'reservasjonstidspunkt is present only where reservasjon is JA',
  level: 'MUST',
  basis: 'documented',
  tellsOfPerson: true,
  since: 1,
  cites: ['ATTR-006'],

  // A reservasjon that is missing or of no code list is told by KRR-SCOPE-001 and KRR-BODY-004.
  fixedWhen: ['is-not-unreserved'],
  notApplicable: ({ person }) =>
    person['reservasjon'] === 'NEI' ? undefined : unmet('is-not-unreserved'),

  *check({ person }) {
    if (isPresent(person, 'reservasjonstidspunkt')) {
      yield {
        at: '/reservasjonstidspunkt',
        expected: 'absent, for reservasjon is NEI',
        actual: fromWire(person['reservasjonstidspunkt']),
      }
    }
  },
}
