import type { DefectAt } from '../defect.ts'
import { withContact, withText } from '../person-document.ts'

export const blindFebruary: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-BLIND-FEBRUARY',
  title: 'the mobile number was confirmed on the thirtieth of February',
  family: 'written blind',
  violates: ['KRR-BODY-006'],
  alsoTrips: ['KRR-BODY-001', 'KRR-JWS-009'],
  seam: 'personDocument',
  inject: (person) =>
    withContact(person, (contact) =>
      withText(contact, 'mobiltelefonnummer_sist_verifisert', () => '2026-02-30T12:00:00+01'),
    ),
}
