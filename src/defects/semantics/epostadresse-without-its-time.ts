import type { DefectAt } from '../defect.ts'
import { withContact, without } from '../person-document.ts'

/** When it was confirmed is told, and not since when it holds. */
export const epostadresseWithoutItsTime: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-EPOSTADRESSE-WITHOUT-ITS-TIME',
  title: 'epostadresse comes without epostadresse_oppdatert in application/json',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-014', 'KRR-NEG-003'],
  inject: (person, { representation }) =>
    representation === 'application/json'
      ? withContact(person, (contact) => without(contact, 'epostadresse_oppdatert'))
      : person,
}
