import type { DefectAt } from '../defect.ts'

/** Refused, and not for what is wrong with it. */
export const otherMediaTypesAre400: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-OTHER-MEDIA-TYPES-ARE-400',
  title: 'a document of another media type is refused with 400',
  family: 'PATCH validation',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-011'],
  inject: (decision) =>
    decision.kind === 'refused' && decision.status === 415
      ? { ...decision, status: 400 }
      : decision,
}
