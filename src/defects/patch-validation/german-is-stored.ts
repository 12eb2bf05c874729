import type { DefectAt } from '../defect.ts'
import { sentLanguage } from './sent-language.ts'

/** A language of ISO 639-1, and none of the four. */
export const germanIsStored: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-GERMAN-IS-STORED',
  title: 'de is accepted and stored',
  family: 'PATCH validation',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-007', 'KRR-PATCH-015'],
  inject: (decision, { sent }) =>
    sentLanguage(sent) === 'de' ? { kind: 'accepted', spraak: 'de' } : decision,
}
