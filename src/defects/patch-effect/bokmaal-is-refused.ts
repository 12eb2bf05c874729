import type { DefectAt } from '../defect.ts'

/** As the default it is said to need no choice: who leaves it never comes back. */
export const bokmaalIsRefused: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-BOKMAAL-IS-REFUSED',
  title: 'a change to nb is refused',
  family: 'PATCH effect',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-001', 'KRR-PATCH-014'],
  inject: (decision) =>
    decision.kind === 'accepted' && decision.spraak === 'nb'
      ? { kind: 'refused', status: 400, description: 'nb is what is used without a choice' }
      : decision,
}
