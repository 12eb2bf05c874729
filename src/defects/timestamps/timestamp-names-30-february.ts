import type { DefectAt } from '../defect.ts'
import { withContact, withText } from '../person-document.ts'

/** The documented form, filled with a day that no calendar has. */
export const timestampNames30February: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-TIMESTAMP-NAMES-30-FEBRUARY',
  title: 'epostadresse_oppdatert names 30 February',
  family: 'timestamps',
  seam: 'personDocument',
  violates: ['KRR-BODY-006'],
  inject: (person) =>
    withContact(person, (contact) =>
      withText(
        contact,
        'epostadresse_oppdatert',
        (time) => `${time.slice(0, 4)}-02-30${time.slice(10)}`,
      ),
    ),
}
