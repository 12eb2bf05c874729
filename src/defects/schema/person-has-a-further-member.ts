import type { DefectAt } from '../defect.ts'

/** It was seen in other answers of the register. Nothing is broken, and still worth telling. */
export const personHasAFurtherMember: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-PERSON-HAS-A-FURTHER-MEMBER',
  title: 'the person has a member oppdatert, which nothing documents',
  family: 'schema',
  seam: 'personDocument',
  violates: [],
  observes: [{ rule: 'KRR-BODY-021', met: '/oppdatert' }],
  inject: (person) => ({ ...person, oppdatert: person['reservasjon_oppdatert'] }),
}
