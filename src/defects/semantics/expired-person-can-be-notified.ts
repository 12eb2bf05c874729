import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

/** The addresses are filtered for their age, and the status does not know it. */
export const expiredPersonCanBeNotified: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-EXPIRED-PERSON-CAN-BE-NOTIFIED',
  title: 'varslingsstatus is KAN_VARSLES while every address is filtered',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-024'],
  alsoTrips: ['KRR-SCOPE-004', 'KRR-SCOPE-011'],
  inject: (person, context) =>
    isOf(context, 'EXPIRED') ? { ...person, varslingsstatus: 'KAN_VARSLES' } : person,
}
