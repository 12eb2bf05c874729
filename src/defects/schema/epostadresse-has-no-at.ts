import type { DefectAt } from '../defect.ts'
import { isOf, withContact, withText } from '../person-document.ts'

/** As a template writes it that wants no robots to read it. */
export const epostadresseHasNoAt: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-EPOSTADRESSE-HAS-NO-AT',
  title: 'epostadresse lacks its @ in application/jose, of who has no mobile number',
  family: 'schema',
  seam: 'personDocument',
  violates: ['KRR-BODY-012'],
  alsoTrips: ['KRR-NEG-003'],
  inject: (person, context) =>
    context.representation === 'application/jose' && isOf(context, 'MAIL_ONLY')
      ? withContact(person, (contact) =>
          withText(contact, 'epostadresse', (address) => address.replace('@', '(at)')),
        )
      : person,
}
