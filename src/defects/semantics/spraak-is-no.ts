import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

/** `no` is in ISO 639-1 as well, but not among the four. */
export const spraakIsNo: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-SPRAAK-IS-NO',
  title: 'spraak is no for who has no e-mail address',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-005', 'KRR-BODY-001'],
  inject: (person, context) =>
    isOf(context, 'MOBILE_ONLY') ? { ...person, spraak: 'no' } : person,
}
