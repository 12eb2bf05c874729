import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

/** There is nothing to notify by. */
export const unregisteredPersonCanBeNotified: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-UNREGISTERED-PERSON-CAN-BE-NOTIFIED',
  title: 'varslingsstatus of who is not in the register is KAN_VARSLES',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-010', 'KRR-BODY-001'],
  alsoTrips: ['KRR-SCOPE-011'],
  inject: (person, context) =>
    isOf(context, 'UNREGISTERED') ? { ...person, varslingsstatus: 'KAN_VARSLES' } : person,
}
