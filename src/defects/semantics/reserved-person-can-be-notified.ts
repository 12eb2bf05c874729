import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

/** The addresses are fresh, but she does not want to be notified. */
export const reservedPersonCanBeNotified: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-RESERVED-PERSON-CAN-BE-NOTIFIED',
  title: 'varslingsstatus of a reserved person is KAN_VARSLES',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-010', 'KRR-BODY-001'],
  inject: (person, context) =>
    isOf(context, 'RESERVED') ? { ...person, varslingsstatus: 'KAN_VARSLES' } : person,
}
