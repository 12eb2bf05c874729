import type { DefectAt } from '../defect.ts'
import { isOf, withContact, withText } from '../person-document.ts'

/** The day would do for the 18 months, but the pages show a time. */
export const timestampIsADate: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-TIMESTAMP-IS-A-DATE',
  title: 'mobiltelefonnummer_sist_verifisert is a date where the number is the only address',
  family: 'timestamps',
  seam: 'personDocument',
  violates: ['KRR-BODY-006', 'KRR-BODY-001'],
  inject: (person, context) =>
    isOf(context, 'MOBILE_ONLY')
      ? withContact(person, (contact) =>
          withText(contact, 'mobiltelefonnummer_sist_verifisert', (time) => time.slice(0, 10)),
        )
      : person,
}
