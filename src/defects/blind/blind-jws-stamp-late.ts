import { osloTime } from '../../reference/api/oslo-time.ts'
import type { DefectAt } from '../defect.ts'
import { withText } from '../person-document.ts'

export const blindJwsStampLate: DefectAt<'personDocument'> = {
  id: 'DEF-NEG-BLIND-JWS-STAMP-LATE',
  title: 'after a change a JWS has the new language, and the time of the one before',
  family: 'written blind',
  violates: ['KRR-NEG-003'],
  // The JWS says that the time of the language stood still.
  alsoTrips: ['KRR-PATCH-005', 'KRR-BODY-022'],
  seam: 'personDocument',
  inject: (person, { people, representation }) => {
    const { spraak, spraak_oppdatert = 0 } = people.MAIN.record ?? {}
    return representation === 'application/json' || person['spraak'] === spraak
      ? person
      : withText(person, 'spraak_oppdatert', () => osloTime(spraak_oppdatert))
  },
}
