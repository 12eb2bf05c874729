import type { DefectAt } from '../defect.ts'
import { without } from '../person-document.ts'

/** JSON has it: only who verifies signatures goes without. */
export const jwsHasNoStatus: DefectAt<'personDocument'> = {
  id: 'DEF-SCOPE-JWS-HAS-NO-STATUS',
  title: 'status is left out of the signed representation',
  family: 'scopes and data minimisation',
  seam: 'personDocument',
  violates: ['KRR-SCOPE-001'],
  // The schema requires it, JSON has it, and so has a base person of spraak.write alone.
  alsoTrips: ['KRR-BODY-001', 'KRR-NEG-003', 'KRR-SCOPE-007'],
  inject: (document, { representation }) =>
    representation === 'application/jose' ? without(document, 'status') : document,
}
