import type { DefectAt } from '../defect.ts'

/** A switch between two, from the days when there were two. */
export const sameChangeAgainIsUndone: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-SAME-CHANGE-AGAIN-IS-UNDONE',
  title: 'the same change again stores another language',
  family: 'PATCH effect',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-006'],
  inject: (stored, { decision, record }) =>
    stored !== undefined && decision.kind === 'accepted' && record?.spraak === decision.spraak
      ? { ...stored, spraak: decision.spraak === 'nb' ? 'nn' : 'nb' }
      : stored,
}
