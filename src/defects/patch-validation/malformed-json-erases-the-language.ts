import type { DefectAt } from '../defect.ts'

/** Taken for a language that is missing, while the answer is already on its way. */
export const malformedJsonErasesTheLanguage: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-MALFORMED-JSON-ERASES-THE-LANGUAGE',
  title: 'a document that is no JSON is refused, and the language is gone',
  family: 'PATCH validation',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-009'],
  inject(stored, { request, sent }) {
    if (stored === undefined || sent !== undefined || request.contentIsTooLarge) return stored
    const { spraak: _, ...others } = stored
    return others
  },
}
