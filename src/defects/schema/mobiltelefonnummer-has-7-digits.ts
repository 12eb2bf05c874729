import type { DefectAt } from '../defect.ts'
import { isOf, withContact, withText } from '../person-document.ts'

/** Digits alone, and one too few. */
export const mobiltelefonnummerHas7Digits: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-MOBILTELEFONNUMMER-HAS-7-DIGITS',
  title: 'mobiltelefonnummer has 7 digits in application/json, where it is the only address',
  family: 'schema',
  seam: 'personDocument',
  violates: ['KRR-BODY-013'],
  alsoTrips: ['KRR-NEG-003'],
  inject: (person, context) =>
    context.representation === 'application/json' && isOf(context, 'MOBILE_ONLY')
      ? withContact(person, (contact) =>
          withText(contact, 'mobiltelefonnummer', (number) => number.slice(-7)),
        )
      : person,
}
