import type { DefectAt } from '../defect.ts'
import { isOf } from '../person-document.ts'

/** Says why, where the code list only says that. */
export const varslingsstatusHasAThirdCode: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-VARSLINGSSTATUS-HAS-A-THIRD-CODE',
  title: 'varslingsstatus is UTLOEPT for addresses not confirmed for 18 months',
  family: 'semantics between members',
  seam: 'personDocument',
  violates: ['KRR-BODY-004', 'KRR-BODY-001'],
  alsoTrips: ['KRR-SPEC-005', 'KRR-SCOPE-004', 'KRR-SCOPE-011'],
  inject: (person, context) =>
    isOf(context, 'EXPIRED') ? { ...person, varslingsstatus: 'UTLOEPT' } : person,
}
