import type { DefectAt } from '../defect.ts'
import { withContact, withText } from '../person-document.ts'

/** Either could be right, and a caller sees only one. */
export const jwsHasAFormerNumber: DefectAt<'personDocument'> = {
  id: 'DEF-NEG-JWS-HAS-A-FORMER-NUMBER',
  title: 'application/jose has another mobiltelefonnummer than application/json',
  family: 'JSON against JWS',
  seam: 'personDocument',
  violates: ['KRR-NEG-003'],
  inject: (person, { representation }) =>
    representation === 'application/jose'
      ? withContact(person, (contact) =>
          withText(contact, 'mobiltelefonnummer', () => '+4741111111'),
        )
      : person,
}
