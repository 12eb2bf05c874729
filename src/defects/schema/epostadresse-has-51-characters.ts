import type { DefectAt } from '../defect.ts'
import { withContact, withText } from '../person-document.ts'

/** A good address otherwise: the column is one wider than the page says. */
export const epostadresseHas51Characters: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-EPOSTADRESSE-HAS-51-CHARACTERS',
  title: 'epostadresse is filled up to 51 characters',
  family: 'schema',
  seam: 'personDocument',
  violates: ['KRR-BODY-012'],
  inject: (person) =>
    withContact(person, (contact) =>
      withText(contact, 'epostadresse', (address) => address.padStart(51, 'x')),
    ),
}
