import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'
import { withContact, without } from '../person-document.ts'
import { answersSinceTheLastWrite } from './answer-count.ts'

/** As a cache of one combination would do. */
export const secondJwsOfContactReadersDiffers: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-SECOND-JWS-OF-CONTACT-READERS-DIFFERS',
  title: 'every second JWS for kontaktinformasjon.read alone lacks when the address was confirmed',
  family: 'identity',
  seam: 'personDocument',
  violates: ['KRR-BODY-022'],
  inject: (person, context) => {
    const isSecond =
      context.representation === 'application/jose' &&
      isAskedWith(context, 'kontaktinformasjon') &&
      answersSinceTheLastWrite(context) % 2 === 0
    return isSecond
      ? withContact(person, (contact) => without(contact, 'epostadresse_sist_verifisert'))
      : person
  },
}
