import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

/** There is nobody to be notified. */
export const deletedPersonCanBeNotified: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-DELETED-PERSON-CAN-BE-NOTIFIED',
  title: 'varslingsstatus of a deleted person is KAN_VARSLES',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-010', 'KRR-BODY-001'],
  alsoTrips: ['KRR-SCOPE-011'],
  inject: (person, context) =>
    isOf(context, 'DELETED') ? { ...person, varslingsstatus: 'KAN_VARSLES' } : person,
}
