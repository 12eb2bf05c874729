import { isPresent, type PersonReading } from '../../evidence/person-reading.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'
import { notInState } from './configured-state.ts'

/** A reservation holds from the moment at which it was made. */
export const whoIsReservedHasTheTime: Rule<PersonReading> = {
  id: 'KRR-BODY-025',
  title: 'A reserved person has reservasjonstidspunkt',
  level: 'SHOULD',
  basis: 'documented',
  tellsOfPerson: true,
  since: 2,
  cites: ['ATTR-038'],

  notApplicable: (reading) =>
    reading.person['reservasjon'] === 'JA'
      ? undefined
      : notInState(reading, ['RESERVED'], 'reservasjon is not JA'),

  *check({ person }) {
    if (!isPresent(person, 'reservasjonstidspunkt')) {
      yield {
        at: '/reservasjonstidspunkt',
        expected: 'there, for reservasjon is JA',
        actual: orAbsent(person['reservasjonstidspunkt']),
      }
    }
  },
}
