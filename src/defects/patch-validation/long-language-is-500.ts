import type { DefectAt } from '../defect.ts'
import { sentLanguage } from './sent-language.ts'

/** The column is two characters wide, and the database says so. */
export const longLanguageIs500: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-LONG-LANGUAGE-IS-500',
  title: 'a spraak of 10 000 characters is answered with 500',
  family: 'PATCH validation',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-007', 'KRR-PATCH-015', 'KRR-ERR-001'],
  // A status that the document does not name.
  alsoTrips: ['KRR-SPEC-006'],
  inject: (decision, { request, sent }) =>
    (sentLanguage(sent) ?? '').length > 100 && !request.contentIsTooLarge
      ? { kind: 'refused', status: 500, description: 'The language could not be changed' }
      : decision,
}
