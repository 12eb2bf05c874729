import { isPresent } from '../../evidence/person-members.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'
import { KRR_ATTRIBUTTER } from '../sources.ts'
import { notInState } from './configured-state.ts'

/** A reservation holds from the moment at which it was made. */
export const whoIsReservedHasTheTime: Rule<PersonReading> = {
  id: 'KRR-BODY-025',
  title: 'Reserved: reservasjonstidspunkt is there',
  level: 'SHOULD',
  basis: 'documented',
  tellsOfPerson: true,
  citations: [
    {
      source: KRR_ATTRIBUTTER,
      section: 'Attributter i KRR',
      quote:
        'Tidspunktet for når en person reserverte seg. Vises kun dersom brukeren er reservert.',
    },
  ],

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
