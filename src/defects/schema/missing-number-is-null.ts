import type { DefectAt } from '../defect.ts'
import { isOf, withContact } from '../person-document.ts'

/** Callers that only ask whether the member is there would send a message to nobody. */
export const missingNumberIsNull: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-MISSING-NUMBER-IS-NULL',
  title: 'mobiltelefonnummer is null where the person gave none',
  family: 'schema',
  seam: 'personDocument',
  violates: ['KRR-BODY-020'],
  alsoTrips: ['KRR-SPEC-005'],
  inject: (person, context) =>
    isOf(context, 'MAIL_ONLY')
      ? withContact(person, (contact) => ({ ...contact, mobiltelefonnummer: null }))
      : person,
}
