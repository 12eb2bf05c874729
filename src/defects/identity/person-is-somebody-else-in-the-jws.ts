import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

/** Signed, and about somebody else. */
export const personIsSomebodyElseInTheJws: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-PERSON-IS-SOMEBODY-ELSE-IN-THE-JWS',
  title: "personidentifikator is another person's in application/jose",
  family: 'identity',
  seam: 'personDocument',
  violates: ['KRR-BODY-002', 'KRR-NEG-003'],
  inject: (person, context) =>
    context.representation === 'application/jose' && isOf(context, 'MAIN')
      ? { ...person, personidentifikator: context.people.NO_MAILBOX.pid }
      : person,
}
