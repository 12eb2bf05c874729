import type { DefectAt } from '../defect.ts'

/** The only member there is needs no name. */
export const stringDocumentIsStored: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-STRING-DOCUMENT-IS-STORED',
  title: 'a string as the document is accepted and stored as spraak',
  family: 'PATCH validation',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-008'],
  inject: (decision, { sent }) =>
    typeof sent === 'string' ? { kind: 'accepted', spraak: sent } : decision,
}
