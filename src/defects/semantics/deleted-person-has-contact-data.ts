import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

/** What a deletion left over. The number is as it was given; only the person is gone. */
export const deletedPersonHasContactData: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-DELETED-PERSON-HAS-CONTACT-DATA',
  title: 'kontaktinformasjon of a deleted person is still given out',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-008', 'KRR-BODY-001'],
  alsoTrips: ['KRR-SCOPE-003'],
  inject: (person, context) =>
    isOf(context, 'DELETED')
      ? {
          ...person,
          kontaktinformasjon: {
            mobiltelefonnummer: '+4799999999',
            mobiltelefonnummer_oppdatert: '2018-06-29T10:14:52+02',
          },
        }
      : person,
}
