import { osloTime } from '../../reference/api/oslo-time.ts'
import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

/** The values are gone, and an object that says nothing stays. */
export const timesOfTheExpiredAreNotFiltered: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-TIMES-OF-THE-EXPIRED-ARE-NOT-FILTERED',
  title: 'application/jose filters the addresses of who has expired, and not when they were given',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-011'],
  alsoTrips: ['KRR-NEG-003'],
  inject(person, context) {
    const given = context.record?.epostadresse?.oppdatert
    return context.representation === 'application/jose' &&
      isOf(context, 'EXPIRED') &&
      given !== undefined
      ? { ...person, kontaktinformasjon: { epostadresse_oppdatert: osloTime(given) } }
      : person
  },
}
