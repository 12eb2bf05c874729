import type { DefectAt } from '../defect.ts'
import { sentLanguage } from './sent-language.ts'

/** A handler for one that was made of a handler for many. */
export const listDocumentIsApplied: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-LIST-DOCUMENT-IS-APPLIED',
  title: 'an array as the document is accepted, and its first element stored',
  family: 'PATCH validation',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-008'],
  inject(decision, { sent }) {
    const spraak = Array.isArray(sent) ? sentLanguage(sent[0]) : undefined
    return spraak === undefined ? decision : { kind: 'accepted', spraak }
  },
}
