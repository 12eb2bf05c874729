import type { DefectAt } from '../defect.ts'
import { isOf, withContact } from '../person-document.ts'

export const blindEmptyNumber: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-BLIND-EMPTY-NUMBER',
  title: 'who can be notified by mobile alone has an empty text for a number',
  family: 'written blind',
  violates: ['KRR-BODY-024'],
  // An empty text is no number either, and the tightened schema may say so.
  alsoTrips: ['KRR-BODY-013', 'KRR-BODY-001'],
  seam: 'personDocument',
  inject: (person, context) =>
    isOf(context, 'MOBILE_ONLY')
      ? withContact(person, (contact) => ({ ...contact, mobiltelefonnummer: '' }))
      : person,
}
