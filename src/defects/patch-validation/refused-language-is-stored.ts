import type { DefectAt } from '../defect.ts'
import { sentLanguage } from './sent-language.ts'

/** Saved first and looked at afterwards: the answer tells nothing. */
export const refusedLanguageIsStored: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-REFUSED-LANGUAGE-IS-STORED',
  title: 'nob is answered with 400 and stored',
  family: 'PATCH validation',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-007'],
  inject: (stored, { sent }) =>
    stored !== undefined && sentLanguage(sent) === 'nob' ? { ...stored, spraak: 'nob' } : stored,
}
