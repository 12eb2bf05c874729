import { osloTime } from '../../reference/api/oslo-time.ts'
import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

/** She said no, and can be called all the same. */
export const addressOfTheReservedIsNotFiltered: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-ADDRESS-OF-THE-RESERVED-IS-NOT-FILTERED',
  title: 'application/json has the mobile number of a reserved person',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-011'],
  alsoTrips: ['KRR-NEG-003'],
  inject(person, context) {
    const number = context.record?.mobiltelefonnummer
    return context.representation === 'application/json' &&
      isOf(context, 'RESERVED') &&
      number !== undefined
      ? {
          ...person,
          kontaktinformasjon: {
            mobiltelefonnummer: number.value,
            mobiltelefonnummer_oppdatert: osloTime(number.oppdatert),
          },
        }
      : person
  },
}
