import type { DefectAt } from '../defect.ts'

/** No fault: nothing says whether it does. By a second at least, for no less is shown. */
export const sameChangeAgainMovesTheTime: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-SAME-CHANGE-AGAIN-MOVES-THE-TIME',
  title: 'the same change again moves spraak_oppdatert',
  family: 'PATCH effect',
  seam: 'patchEffect',
  violates: [],
  observes: [{ rule: 'KRR-PATCH-006', met: 'spraak_oppdatert moves with each request' }],
  inject: (stored, { decision, record, now }) =>
    stored !== undefined && decision.kind === 'accepted' && record?.spraak === decision.spraak
      ? { ...stored, spraak_oppdatert: Math.max(now, (stored.spraak_oppdatert ?? now) + 1_000) }
      : stored,
}
