import type { DefectAt } from '../defect.ts'

/** The limit of a buffer that nobody meant to set. */
export const largeDocumentIs500: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-LARGE-DOCUMENT-IS-500',
  title: 'a document of 1 MiB is answered with 500',
  family: 'PATCH validation',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-012'],
  // A status that the document does not name.
  alsoTrips: ['KRR-SPEC-006'],
  inject: (decision, { request }) =>
    request.contentIsTooLarge
      ? { kind: 'refused', status: 500, description: 'The language could not be changed' }
      : decision,
}
