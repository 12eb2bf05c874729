import type { DefectAt } from '../defect.ts'

/** Content that was cut off is taken for content without a language. */
export const largeDocumentErasesTheLanguage: DefectAt<'patchEffect'> = {
  id: 'DEF-PATCH-LARGE-DOCUMENT-ERASES-THE-LANGUAGE',
  title: 'a document of 1 MiB is refused, and the language is gone',
  family: 'PATCH validation',
  seam: 'patchEffect',
  violates: ['KRR-PATCH-012'],
  inject(stored, { request }) {
    if (stored === undefined || !request.contentIsTooLarge) return stored
    const { spraak: _, ...others } = stored
    return others
  },
}
