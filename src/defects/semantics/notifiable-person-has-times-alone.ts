import type { DefectAt } from '../defect.ts'
import { isOf, withContact, without } from '../person-document.ts'

/** When the number was given, and not the number. */
export const notifiablePersonHasTimesAlone: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-NOTIFIABLE-PERSON-HAS-TIMES-ALONE',
  title: 'kontaktinformasjon of who has a mobile number alone holds its times and not the number',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-024', 'KRR-BODY-001'],
  inject: (person, context) =>
    isOf(context, 'MOBILE_ONLY')
      ? withContact(person, (contact) => without(contact, 'mobiltelefonnummer'))
      : person,
}
