import type { DefectAt } from '../defect.ts'
import { isOf, withContact, withText } from '../person-document.ts'

/** Seen by those alone who gave no mobile number: the usual test user does not show it. */
export const epostadresseIsAList: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-EPOSTADRESSE-IS-A-LIST',
  title: 'epostadresse is a list where it is the only address',
  family: 'schema',
  seam: 'personDocument',
  violates: ['KRR-BODY-001'],
  // The published schema says so too.
  alsoTrips: ['KRR-SPEC-005'],
  inject: (person, context) =>
    isOf(context, 'MAIL_ONLY')
      ? withContact(person, (contact) => withText(contact, 'epostadresse', (value) => [value]))
      : person,
}
