import type { DefectAt } from '../defect.ts'

/** The parser's exception is nobody's. */
export const malformedJsonIs500: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-MALFORMED-JSON-IS-500',
  title: 'a document that is no JSON is answered with 500',
  family: 'PATCH validation',
  seam: 'patchDecision',
  violates: ['KRR-PATCH-009', 'KRR-ERR-001'],
  // A status that the document does not name.
  alsoTrips: ['KRR-SPEC-006'],
  inject: (decision, { request, sent }) =>
    sent === undefined && !request.contentIsTooLarge
      ? { kind: 'refused', status: 500, description: 'The language could not be changed' }
      : decision,
}
