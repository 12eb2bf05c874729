import type { DefectAt } from '../defect.ts'
import { sentLanguage } from './sent-language.ts'

/** Taken for no choice at all, and kept as one. */
export const emptyLanguageIsStored: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-EMPTY-LANGUAGE-IS-STORED',
  title: 'an empty spraak is accepted and stored',
  family: 'PATCH validation',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-007', 'KRR-PATCH-015'],
  inject: (decision, { sent }) =>
    sentLanguage(sent) === '' ? { kind: 'accepted', spraak: '' } : decision,
}
