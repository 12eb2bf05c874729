import type { DefectAt } from '../defect.ts'

/** No row was changed, which somebody took for a fault. */
export const sameChangeAgainIs500: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-SAME-CHANGE-AGAIN-IS-500',
  title: 'the same change again is answered with 500',
  family: 'PATCH effect',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-006'],
  // A status that the document does not name.
  alsoTrips: ['KRR-SPEC-006'],
  inject: (decision, { record }) =>
    decision.kind === 'accepted' && record?.spraak === decision.spraak
      ? { kind: 'refused', status: 500, description: 'The language could not be changed' }
      : decision,
}
