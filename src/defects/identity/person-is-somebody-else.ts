import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

/** A real number with valid control digits: only who logged in shows that it is the wrong one. */
export const personIsSomebodyElse: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-PERSON-IS-SOMEBODY-ELSE',
  title: "personidentifikator is another person's",
  family: 'identity',
  seam: 'personDocument',
  violates: ['KRR-BODY-002'],
  inject: (person, context) =>
    isOf(context, 'MAIN')
      ? { ...person, personidentifikator: context.people.D_NUMBER.pid }
      : person,
}
