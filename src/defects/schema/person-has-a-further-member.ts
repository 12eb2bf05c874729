import type { DefectAt } from '../defect.ts'

/** It was seen in other answers of the register. Nothing is broken, and still worth telling. */
export const personHasAFurtherMember: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-PERSON-HAS-A-FURTHER-MEMBER',
  title: 'the person has a member oppdatert, which nothing documents',
  family: 'schema',
  seam: 'personDocument',
  violates: [],
  observes: [{ rule: 'KRR-BODY-021', met: '/oppdatert' }],
  // With the language's scope alone KRR-SCOPE-007 allows no further member.
  inject: (person, { scopes }) =>
    scopes.some((scope) => scope.endsWith('.read'))
      ? { ...person, oppdatert: person['reservasjon_oppdatert'] }
      : person,
}
