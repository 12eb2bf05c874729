import type { DefectAt } from '../defect.ts'
import { sentLanguage } from './sent-language.ts'

/** Compared without regard to case, and then not written as it was compared. */
export const capitalLettersAreStored: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-CAPITAL-LETTERS-ARE-STORED',
  title: 'NB is stored as it is',
  family: 'PATCH validation',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-007', 'KRR-PATCH-015'],
  inject: (decision, { sent }) =>
    sentLanguage(sent) === 'NB' ? { kind: 'accepted', spraak: 'NB' } : decision,
}
