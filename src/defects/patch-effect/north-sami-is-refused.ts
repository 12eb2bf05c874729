import type { DefectAt } from '../defect.ts'

/** Digdir added it last; a list that was copied before has three codes. */
export const northSamiIsRefused: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-NORTH-SAMI-IS-REFUSED',
  title: 'a change to se is refused',
  family: 'PATCH effect',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-001'],
  inject: (decision) =>
    decision.kind === 'accepted' && decision.spraak === 'se'
      ? { kind: 'refused', status: 400, description: 'spraak must be nb, nn or en' }
      : decision,
}
