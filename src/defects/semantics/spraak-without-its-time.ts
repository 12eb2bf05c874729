import type { DefectAt } from '../defect.ts'
import { isOf, without } from '../person-document.ts'

/** The language alone; of one person in a special state. */
export const spraakWithoutItsTime: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-SPRAAK-WITHOUT-ITS-TIME',
  title: 'spraak of who has no mailbox comes without spraak_oppdatert',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-014'],
  inject: (person, context) =>
    isOf(context, 'NO_MAILBOX') ? without(person, 'spraak_oppdatert') : person,
}
