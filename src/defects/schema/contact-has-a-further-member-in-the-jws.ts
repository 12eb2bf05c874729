import type { DefectAt } from '../defect.ts'
import { isOf, withContact } from '../person-document.ts'

/** Within an object, in one representation, of one person. */
export const contactHasAFurtherMemberInTheJws: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-CONTACT-HAS-A-FURTHER-MEMBER-IN-THE-JWS',
  title:
    'kontaktinformasjon of who has no mailbox has a member epostadresse_duplisert in application/jose',
  family: 'schema',
  seam: 'personDocument',
  violates: [],
  alsoTrips: ['KRR-NEG-003'],
  observes: [{ rule: 'KRR-BODY-021', met: '/kontaktinformasjon/epostadresse_duplisert' }],
  inject: (person, context) =>
    context.representation === 'application/jose' && isOf(context, 'NO_MAILBOX')
      ? withContact(person, (contact) => ({ ...contact, epostadresse_duplisert: 'JA' }))
      : person,
}
