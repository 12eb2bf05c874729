import type { DefectAt } from '../defect.ts'
import { withContact, withText } from '../person-document.ts'

/** Made for eyes. Of the length allowed, and no telephone dials it. */
export const mobiltelefonnummerHasLetters: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-MOBILTELEFONNUMMER-HAS-LETTERS',
  title: 'mobiltelefonnummer ends in the words of its kind',
  family: 'schema',
  seam: 'personDocument',
  violates: ['KRR-BODY-013'],
  inject: (person) =>
    withContact(person, (contact) =>
      withText(contact, 'mobiltelefonnummer', (number) => `${number} mobil`),
    ),
}
