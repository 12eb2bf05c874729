import type { DefectAt } from '../defect.ts'
import { withContact, withText } from '../person-document.ts'

/** A number keeps neither `+` nor leading zeros; callers that expect a string fail on it. */
export const mobiltelefonnummerIsANumber: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-MOBILTELEFONNUMMER-IS-A-NUMBER',
  title: 'mobiltelefonnummer is a JSON number',
  family: 'schema',
  seam: 'personDocument',
  violates: ['KRR-BODY-001', 'KRR-SPEC-005'],
  inject: (person) =>
    withContact(person, (contact) => withText(contact, 'mobiltelefonnummer', Number)),
}
